import { raOperatorArc as rule } from "../../../policypack/rules/roles-policies-and-locks/ra-operator-arc";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { customRole } from "../governance";
import { expectVerdicts } from "./expect";

const machines = "Microsoft.HybridCompute/machines";
const complete = [
  "Microsoft.HybridCompute/locations/updateCenterOperationResults/read",
  `${machines}/read`,
  `${machines}/installPatches/action`,
  `${machines}/patchAssessmentResults/*`,
  `${machines}/patchInstallationResults/*`,
];

describe("ra-operator-arc", () => {
  it("is met by a role with all actions", () => {
    expectVerdicts(rule, [customRole(complete)], { role: met });
  });

  it("is broken by a role that lacks one", () => {
    expectVerdicts(rule, [customRole(complete.filter((action) => action !== `${machines}/read`))], {
      role: broken({
        property: "permissions",
        found: `without "${machines}/read"`,
        mustBe: 'all that "One-time update" takes, or go with a role that grants the rest',
        fix: `permissions: [{ actions: [..., "${machines}/read"] }]`,
        component: "UpdateManagerAccess",
        componentFix: 'operations: ["InstallNow"], customRole: {}',
      }),
    });
  });

  it("is not known while the actions are not", () => {
    expectVerdicts(rule, [customRole([unknown])], {
      role: notKnown({ property: "permissions[0].actions[0]", because: "is known only after deployment" }),
    });
  });

  it("does not apply to a role that onboards servers", () => {
    expectVerdicts(rule, [customRole([`${machines}/read`, `${machines}/write`])], {
      role: notApplicable("the role names no such action of Update Manager"),
    });
  });
});
