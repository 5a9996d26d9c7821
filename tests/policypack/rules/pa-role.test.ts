import assert from "node:assert/strict";
import { paRole as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-role";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, stackOf, unknown } from "../fixture";
import { grant, group, memberOfSet, operator, policy, policySet, setAssignment } from "../governance";
import { expectVerdicts } from "./expect";

const key = "configurePeriodicAssessment";
const ungranted = (found: string, role = "Contributor", guid = "b24988ac-6180-42a0-ab88-20f7382dd24c") =>
  broken({
    property: "identity",
    found,
    mustBe: `granted "${role}" at the scope of the assignment`,
    component: "PeriodicAssessment",
    fix: `new authorization.RoleAssignment("...", { scope: assignment.scope, principalId, principalType: "ServicePrincipal", roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/${guid}" }) with the principal id of the identity`,
    componentFix: "its default, which is without roles.skip",
  });

describe("pa-role", () => {
  it("is met by the documented role, or Owner, at the scope", () => {
    expectVerdicts(rule, [group, policy(key), grant("Contributor", key)], { [key]: met });
    expectVerdicts(rule, [group, policy(key), grant("Owner", key)], { [key]: met });
  });

  it("is met by the scope of the assignment itself, and by one above", () => {
    expectVerdicts(rule, [group, policy(key), grant("Contributor", key, {}, { scope: [key] })], { [key]: met });
    const scope = "/subscriptions/0000/resourceGroups/fleet";
    const above = grant("Contributor", key, { scope: "/subscriptions/0000" }, {});
    expectVerdicts(rule, [policy(key, { scope }), above], { [key]: met });
  });

  it("is met by a role that is known only after deployment", () => {
    expectVerdicts(rule, [group, policy(key), grant("Reader", key, { roleDefinitionId: unknown })], { [key]: met });
  });

  it("is met by a user-assigned identity of the stack with the role", () => {
    const assigned = policy(key, { identity: { type: "UserAssigned", userAssignedIdentities: [unknown] } });
    const own = { ...assigned, from: { ...assigned.from, identity: ["operator"] } };
    expectVerdicts(rule, [group, operator, own, grant("Contributor", "operator")], { [key]: met });
    expectVerdicts(rule, [group, operator, own], { [key]: ungranted("granted no role in this stack") });
  });

  it("is broken without a role", () => {
    expectVerdicts(rule, [group, policy(key)], { [key]: ungranted("granted no role in this stack") });
  });

  it("is broken by another role", () => {
    expectVerdicts(rule, [group, policy(key), grant("Virtual Machine Contributor", key)], {
      [key]: ungranted('granted "Virtual Machine Contributor" in this stack'),
    });
  });

  it("asks for the role of the policy for Arc-enabled servers", () => {
    const arc = "configureArcPeriodicAssessment";
    expectVerdicts(rule, [group, policy(arc), grant("Contributor", arc)], {
      [arc]: ungranted(
        'granted "Contributor" in this stack',
        "Azure Connected Machine Resource Administrator",
        "cd570a14-e51a-42ad-bac8-bafd67325302",
      ),
    });
  });

  it("is broken by the role at another scope", () => {
    const elsewhere = { ...group, name: "elsewhere", inputs: { resourceGroupName: "images" } };
    expectVerdicts(rule, [group, elsewhere, policy(key), grant("Contributor", key, {}, { scope: ["elsewhere"] })], {
      [key]: ungranted('granted "Contributor" in this stack'),
    });
  });

  it("asks for the roles of every policy in a set of the stack", () => {
    const set = policySet(["setSchedulePrerequisites", "configureArcPeriodicAssessment"]);
    const name = "governance";
    const contributor = grant("Contributor", name);
    const arc = grant("Azure Connected Machine Resource Administrator", name);
    expectVerdicts(rule, [group, set, setAssignment(), contributor, arc], { [name]: met });
    const stack = [group, set, setAssignment(), contributor];
    const [verdict] = rule.check(stackOf(...stack), {});
    assert.equal(verdict?.outcome, "broken");
    const literal = "/subscriptions/0/providers/Microsoft.Authorization/policySetDefinitions/BASELINE";
    const named = { ...setAssignment({ policyDefinitionId: literal }), from: { scope: ["group"] } };
    assert.equal(rule.check(stackOf(group, set, named, contributor), {})[0]?.outcome, "broken");
  });

  it("does not apply to a set with none of Update Manager's policies, and is not known of one that may have some", () => {
    const other = { policyDefinitions: [{ policyDefinitionId: "/providers/.../policyDefinitions/other" }] };
    const none = notApplicable("it assigns none of Update Manager's policies");
    expectVerdicts(rule, [group, policySet([], other), setAssignment()], { governance: none });
    const later = { policyDefinitions: [{ policyDefinitionId: unknown }] };
    const own: Declared = { name: "own", type: "azure-native:authorization:PolicyDefinition", inputs: { mode: "All" } };
    const ofOwn = policySet([], later, { policyDefinitions: ["own"] });
    expectVerdicts(rule, [group, own, ofOwn, setAssignment()], { governance: none });
    const because = "of baseline is known only after deployment";
    expectVerdicts(rule, [group, policySet([], later), setAssignment()], {
      governance: notKnown({ property: "policyDefinitions[0].policyDefinitionId", because }),
    });
    expectVerdicts(rule, [group, policySet([], { policyDefinitions: unknown }), setAssignment()], {
      governance: notKnown({ property: "policyDefinitions", because }),
    });
    const unseen = { ...policySet([]), inputs: { policySetDefinitionName: "baseline" } };
    expectVerdicts(rule, [group, unseen, setAssignment()], {
      governance: notKnown({ property: "policyDefinitions", because: "of baseline is not visible" }),
    });
  });

  it("is not known where a set gives the policy its effect", () => {
    const parameters = { effect: { value: "[parameters('effect')]" } };
    const set = policySet([], { policyDefinitions: [memberOfSet("setSchedulePrerequisites", { parameters })] });
    expectVerdicts(rule, [group, set, setAssignment()], {
      governance: notKnown({
        property: "parameters.effect",
        because: "is given to the policy by the set baseline",
      }),
    });
  });

  it("is not known while the scope of the role is not", () => {
    expectVerdicts(rule, [group, policy(key), grant("Contributor", key, {}, {})], {
      [key]: notKnown({ property: "scope", because: "is known only after deployment" }),
    });
  });

  it("does not apply to identities and roles of elsewhere", () => {
    const identity = { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/0000/..."] };
    expectVerdicts(rule, [group, policy(key, { identity })], {
      [key]: notApplicable("its identity is not part of this stack"),
    });
    expectVerdicts(
      rule,
      [group, policy(key)],
      { [key]: notApplicable("the roles of identities are granted elsewhere") },
      { grantedElsewhere: true },
    );
  });

  it("does not apply to an audit", () => {
    expectVerdicts(rule, [group, policy("auditPeriodicAssessment")], {
      auditPeriodicAssessment: notApplicable("the policy changes no machines"),
    });
  });
});
