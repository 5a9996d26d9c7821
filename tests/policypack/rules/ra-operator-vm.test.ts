import { raOperatorVm as rule } from "../../../policypack/rules/roles-policies-and-locks/ra-operator-vm";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { customRole, grant, operator } from "../governance";
import { expectVerdicts } from "./expect";

const machines = "Microsoft.Compute/virtualMachines";
const complete = [
  "Microsoft.Compute/locations/operations/read",
  `${machines}/read`,
  `${machines}/assessPatches/action`,
  `${machines}/patchAssessmentResults/*`,
  `${machines}/patchInstallationResults/*`,
];
const withoutStatus = complete.slice(1);
const status = '"Microsoft.Compute/locations/operations/read"';
const statusMissing = broken({
  property: "permissions",
  found: `without ${status}`,
  mustBe: 'all that "Check for updates" takes, or go with a role that grants the rest',
  fix: `permissions: [{ actions: [..., ${status}] }]`,
  component: "UpdateManagerAccess",
  componentFix: 'operations: ["Assess"], customRole: {}',
});

describe("ra-operator-vm", () => {
  it("is met by a role with all actions, by name or wildcard, in any letter case", () => {
    expectVerdicts(rule, [customRole(complete)], { role: met });
    expectVerdicts(rule, [customRole([`${machines}/assesspatches/Action`, "*/READ"])], { role: met });
  });

  it("is broken by a role that lacks some", () => {
    expectVerdicts(rule, [customRole(withoutStatus)], { role: statusMissing });
  });

  it("is broken by a role for both operations, and names how much is missing", () => {
    const actions = [`${machines}/assessPatches/action`, `${machines}/installPatches/action`, `${machines}/read`];
    const missing = [
      status,
      `"${machines}/patchAssessmentResults/read"`,
      `"${machines}/patchAssessmentResults/softwarePatches/read"`,
      `"${machines}/patchInstallationResults/read"`,
      `"${machines}/patchInstallationResults/softwarePatches/read"`,
    ];
    expectVerdicts(rule, [customRole(actions)], {
      role: broken({
        property: "permissions",
        found: `without ${status} and 4 more`,
        mustBe: 'all that "Check for updates" and "One-time update" takes, or go with a role that grants the rest',
        fix: `permissions: [{ actions: [..., ${missing.join(", ")}] }]`,
        component: "UpdateManagerAccess",
        componentFix: 'operations: ["Assess", "InstallNow"], customRole: {}',
      }),
    });
  });

  it("is broken by what notActions take away", () => {
    const role = customRole([]);
    const permissions = [{ actions: complete, notActions: ["Microsoft.Compute/locations/*"] }];
    expectVerdicts(rule, [{ ...role, inputs: { ...role.inputs, permissions } }], { role: statusMissing });
  });

  it("is met where everybody who has the role has the rest by another", () => {
    const own = grant("role", "operator", { roleDefinitionId: unknown }, { roleDefinitionId: ["role"] });
    const stack = [customRole(withoutStatus), operator, own];
    expectVerdicts(rule, [...stack, grant("Reader", "operator")], { role: met });
    const somebody = { ...operator, name: "somebody" };
    expectVerdicts(rule, [...stack, somebody, grant("Reader", "somebody")], { role: statusMissing });
    expectVerdicts(rule, stack, { role: statusMissing });
  });

  it("is not known while the actions are not", () => {
    expectVerdicts(rule, [customRole([unknown])], {
      role: notKnown({ property: "permissions[0].actions[0]", because: "is known only after deployment" }),
    });
  });

  it("does not apply to a role that a wildcard lets do it, nor to one for Arc-enabled servers", () => {
    const other = notApplicable("the role names no such action of Update Manager");
    expectVerdicts(rule, [customRole([`${machines}/*`])], { role: other });
    expectVerdicts(rule, [customRole(["Microsoft.HybridCompute/machines/assessPatches/action"])], { role: other });
  });
});
