import { paEnforcement as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-enforcement";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { schedule, unknown } from "../fixture";
import { policy } from "../governance";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const key = "configurePeriodicAssessment";

describe("pa-enforcement", () => {
  it("is met by an assignment that is enforced, which is the default", () => {
    expectVerdicts(rule, [policy(key)], { [key]: met });
    expectVerdicts(rule, [policy(key, { enforcementMode: "default" })], { [key]: met });
  });

  it("is broken by one that is not", () => {
    expectVerdicts(rule, [policy(key, { enforcementMode: "DoNotEnforce" })], {
      [key]: broken({
        property: "enforcementMode",
        found: '"DoNotEnforce"',
        mustBe: '"Default" for the policy to take effect',
        fix: 'enforcementMode: "Default"',
        component: "PeriodicAssessment",
        componentFix: 'enforcementMode: "Default", which is its default',
      }),
    });
  });

  it("is not known while the mode is not", () => {
    expectVerdicts(rule, [policy(key, { enforcementMode: unknown })], {
      [key]: notKnown({ property: "enforcementMode", because: "is known only after deployment" }),
    });
  });

  it("does not apply to policies of others", () => {
    const own = { name: "own", type: "azure-native:authorization:PolicyDefinition", inputs: { mode: "All" } };
    const other = policy(key, { policyDefinitionId: unknown, enforcementMode: "DoNotEnforce" });
    expectVerdicts(rule, [own, { ...other, from: { policyDefinitionId: ["own"] } }], {
      [key]: notApplicable("it assigns none of Update Manager's policies"),
    });
  });
});

describe("pa-enforcement as a remediation", () => {
  it("enforces the assignment", () => {
    const reporting = policy("scheduleUpdates", { enforcementMode: "DoNotEnforce" });
    expectChanges(rule, reporting, { path: "enforcementMode", value: "Default" });
  });

  it("leaves alone what is enforced, other policies and other resources", () => {
    expectChanges(rule, policy("scheduleUpdates"));
    expectChanges(rule, policy("scheduleUpdates", { enforcementMode: "Default" }));
    const another = { policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/0000" };
    expectChanges(rule, policy("scheduleUpdates", { ...another, enforcementMode: "DoNotEnforce" }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, policy("scheduleUpdates", { enforcementMode: unknown }), "enforcementMode");
    expectLeftUnknown(rule, policy("scheduleUpdates", { policyDefinitionId: unknown }), "policyDefinitionId");
  });
});
