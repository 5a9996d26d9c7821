import { paEnforcement as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-enforcement";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { policy } from "../governance";
import { expectVerdicts } from "./expect";

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
