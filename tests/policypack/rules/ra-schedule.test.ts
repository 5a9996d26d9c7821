import { raSchedule as rule } from "../../../policypack/rules/roles-policies-and-locks/ra-schedule";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { customRole } from "../governance";
import { expectVerdicts } from "./expect";

const assign = "Microsoft.Maintenance/configurationAssignments/write";
const read = "Microsoft.Maintenance/maintenanceConfigurations/read";

describe("ra-schedule", () => {
  it("is met by a role that reads configurations too", () => {
    expectVerdicts(rule, [customRole([assign, read])], { role: met });
    expectVerdicts(rule, [customRole([assign, "Microsoft.Maintenance/*"])], { role: met });
  });

  it("is broken by a role that assigns what it can't read", () => {
    expectVerdicts(rule, [customRole([assign])], {
      role: broken({
        property: "permissions",
        found: `without "${read}"`,
        mustBe: "all that assigning a schedule takes, or go with a role that grants the rest",
        fix: `permissions: [{ actions: [..., "${read}"] }]`,
        component: "UpdateManagerAccess",
        componentFix: 'operations: ["AuthorSchedules"], customRole: {}',
      }),
    });
  });

  it("is not known while the actions are not", () => {
    expectVerdicts(rule, [customRole([unknown])], {
      role: notKnown({ property: "permissions[0].actions[0]", because: "is known only after deployment" }),
    });
  });

  it("does not apply to a role that only reads or writes configurations", () => {
    expectVerdicts(rule, [customRole(["Microsoft.Maintenance/maintenanceConfigurations/write", read])], {
      role: notApplicable("the role names no such action of Update Manager"),
    });
  });
});
