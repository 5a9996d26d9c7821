import { lockCannotdelete as rule } from "../../../policypack/rules/roles-policies-and-locks/lock-cannotdelete";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, dynamicScope, linuxMachine, schedule, unknown } from "../fixture";
import { group, lock } from "../governance";
import { expectVerdicts } from "./expect";

const level = "CanNotDelete";
const onMachine = lock("ManagementLockByScope", { scope: unknown, level }, { scope: ["web"] });

describe("lock-cannotdelete", () => {
  it("is met by a lock on a machine without a schedule of its own", () => {
    expectVerdicts(rule, [linuxMachine(), onMachine], { lock: met });
    expectVerdicts(rule, [linuxMachine(), schedule(), dynamicScope(), onMachine], { lock: met });
    expectVerdicts(
      rule,
      [linuxMachine(), linuxMachine({ vmName: "other" }, "other"), schedule(), assignment("other"), onMachine],
      {
        lock: met,
      },
    );
  });

  it("is broken by a lock on a machine that a schedule is assigned to", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web"), onMachine], {
      lock: broken({
        property: "level",
        found: '"CanNotDelete" on web, to which this stack assigns a schedule',
        mustBe: "left to what has no schedule assigned by itself",
        fix: "lock the disks and the network of the machine, protect it in Pulumi with protect: true, or assign its schedule by a dynamic scope",
      }),
    });
  });

  it("is not known while what is locked is not", () => {
    const somewhere = lock("ManagementLockByScope", { scope: unknown, level });
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web"), somewhere], {
      lock: notKnown({ property: "scope", because: "is known only after deployment" }),
    });
  });

  it("does not apply to locks on resource groups and subscriptions, nor to those against changes", () => {
    const stack = [group, linuxMachine(), schedule(), assignment("web")];
    const onMany = notApplicable("it is on no single machine");
    const onGroup = lock("ManagementLockAtResourceGroupLevel", { resourceGroupName: "fleet", level });
    expectVerdicts(rule, [...stack, onGroup], { lock: onMany });
    expectVerdicts(rule, [...stack, lock("ManagementLockAtSubscriptionLevel", { level })], { lock: onMany });
    const readOnly = lock("ManagementLockByScope", { scope: unknown, level: "ReadOnly" }, { scope: ["web"] });
    expectVerdicts(rule, [...stack, readOnly], { lock: notApplicable("it is no CanNotDelete lock") });
  });
});
