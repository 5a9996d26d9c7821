import { paDenyConflict as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-deny-conflict";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, linuxProfile, unknown } from "../fixture";
import { group, policy } from "../governance";
import { expectVerdicts } from "./expect";
import { itHasMachinesAssessed } from "./expect-assessed";

const key = "auditPeriodicAssessment";
const denial = (change: object = {}) => policy(key, { parameters: { effect: { value: "Deny" } }, ...change });
const data: Declared = { ...group, name: "data", inputs: { resourceGroupName: "data", location: "westeurope" } };
/** The policy that refuses, with scopes left out that are computed from resources. */
const leavingOut = (notScopes: readonly string[], ...from: readonly string[]): Declared => {
  const declared = denial({ notScopes });
  return { ...declared, from: { ...declared.from, notScopes: from } };
};
const unassessed = linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) });
const property = "osProfile.linuxConfiguration.patchSettings.assessmentMode";
const refused = broken({
  property,
  found: "not set",
  mustBe: '"AutomaticByPlatform" below a policy that refuses other machines',
  fix: `${property}: "AutomaticByPlatform"`,
  componentFix: 'patchSettings: { assessmentMode: "AutomaticByPlatform" }, which is its default',
});
const notRefused = notApplicable("no policy of this stack refuses it");

describe("pa-deny-conflict", () => {
  it("is met by a machine that is assessed", () => {
    expectVerdicts(rule, [group, denial(), linuxMachine()], { web: met });
    const scope = "/providers/Microsoft.Management/managementGroups/all";
    expectVerdicts(rule, [group, denial({ scope }), linuxMachine()], { web: met });
  });

  it("is broken by one that is not, below the scope", () => {
    expectVerdicts(rule, [group, denial(), unassessed], { web: refused });
    const scope = "/subscriptions/0000/resourcegroups/FLEET";
    expectVerdicts(rule, [denial({ scope }), unassessed], { web: refused });
    const deployed = { ...unassessed, outputs: { id: "/subscriptions/0000/resourceGroups/fleet/..." } };
    expectVerdicts(rule, [denial({ scope: "/subscriptions/0000" }), deployed], { web: refused });
  });

  it("is not known while the subscription of the machine, the management group's or the effect is not", () => {
    const because = "is a subscription, and that of this stack is known only after deployment";
    expectVerdicts(rule, [denial({ scope: "/subscriptions/0000" }), unassessed], {
      web: notKnown({ property: "scope", because }),
    });
    const effect = { parameters: { effect: { value: unknown } } };
    expectVerdicts(rule, [group, denial(effect), unassessed], {
      web: notKnown({ property: "parameters.effect.value", because: "is known only after deployment" }),
    });
  });

  it("does not apply to a machine below a scope that the policy leaves out", () => {
    const notScopes = ["/subscriptions/0000/resourceGroups/FLEET"];
    expectVerdicts(rule, [denial({ scope: "/subscriptions/0000", notScopes }), unassessed], { web: notRefused });
    expectVerdicts(rule, [group, leavingOut([unknown], "group"), unassessed], { web: notRefused });
    expectVerdicts(rule, [group, leavingOut([unknown], "web"), unassessed], { web: notRefused });
  });

  it("is broken by a machine that the policy does not leave out", () => {
    const others = ["/subscriptions/0000/resourceGroups/data", "/subscriptions/0000/resourceGroups/fleets"];
    expectVerdicts(rule, [group, denial({ notScopes: others }), unassessed], { web: refused });
    expectVerdicts(rule, [group, leavingOut([unknown], "data"), data, unassessed], { web: refused });
    const deployed = { ...data, outputs: { id: others[0] } };
    expectVerdicts(rule, [group, leavingOut(others, "data"), deployed, unassessed], { web: refused });
  });

  it("is not known while the scopes that the policy leaves out are not, and they decide", () => {
    const because = `of ${key} is known only after deployment`;
    const first = notKnown({ property: "notScopes[0]", because });
    expectVerdicts(rule, [group, leavingOut([unknown, unknown], "group", "data"), data, unassessed], { web: first });
    expectVerdicts(rule, [group, leavingOut([unknown]), unassessed], { web: first });
    const deployed = { ...data, outputs: { id: "/subscriptions/0000/resourceGroups/data" } };
    expectVerdicts(rule, [group, leavingOut([unknown], "data"), deployed, unassessed], { web: first });
    expectVerdicts(rule, [group, denial({ notScopes: unknown }), unassessed], {
      web: notKnown({ property: "notScopes", because }),
    });
    expectVerdicts(rule, [group, denial({ notScopes: ["fleet"] }), unassessed], {
      web: notKnown({ property: "notScopes[0]", because: `of ${key} is "fleet", which is no scope` }),
    });
    const scope = "/subscriptions/0000/resourceGroups/data";
    expectVerdicts(rule, [denial({ scope, notScopes: [unknown] }), unassessed], { web: notRefused });
  });

  it("does not apply to audits, to what is not enforced, to other scopes and to machines of elsewhere", () => {
    expectVerdicts(rule, [group, policy(key), unassessed], { web: notRefused });
    expectVerdicts(rule, [group, denial({ enforcementMode: "DoNotEnforce" }), unassessed], { web: notRefused });
    const scope = "/subscriptions/0000/resourceGroups/data";
    expectVerdicts(rule, [denial({ scope }), unassessed], { web: notRefused });
    const deployed = { ...unassessed, outputs: { id: "/subscriptions/1111/resourceGroups/fleet/..." } };
    expectVerdicts(rule, [denial({ scope: "/subscriptions/0000" }), deployed], { web: notRefused });
  });
});

describe("pa-deny-conflict as a remediation", () => {
  itHasMachinesAssessed(rule);
});
