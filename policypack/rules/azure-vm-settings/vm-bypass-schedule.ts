import { updateManager } from "../../../facts/documents";
import { Operation } from "../../../facts/operations";
import { source } from "../../../facts/source";
import { everyOf, firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { canBeScheduled, waitForSchedules } from "../patch-settings";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";
import { setByPolicy } from "../update-manager-policy";

/**
 * A machine with a schedule leaves updates to the schedule alone. The patch mode is for vm-patchmode-schedule to say.
 *
 * A remediation sees no schedule. A team that asks for it wants machines that wait for schedules, also those whose program
 * says false; the machines that the platform patches on its own by intent belong in a stack without that level.
 */
export const vmBypassSchedule: Rule = {
  code: "AUM002",
  name: "vm-bypass-schedule",
  area: "Azure VM settings",
  title: "A VM with a schedule has bypassPlatformSafetyChecksOnUserSchedule true.",
  why: "The schedule ends with a prerequisites error, and neither the schedule nor the platform installs anything.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule, Operation.AutomaticGuestPatching],
  source: source(updateManager("prerequsite-for-schedule-patching")),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () => (stack.isScheduled(machine) ? undefined : notApplicable("no schedule of this stack reaches the machine")),
      () => (machine.bypassesPlatformSafetyChecks ? met : undefined),
    );
    if (settled !== undefined) return settled;
    const name = "bypassPlatformSafetyChecksOnUserSchedule";
    const property = machine.automaticByPlatformSettings.pathOf(name);
    const policy = stack.policies.assignmentOnPrerequisites(machine);
    if (policy !== undefined) return setByPolicy(property, policy);
    return broken({
      property,
      found: show(machine.automaticByPlatformSettings.boolean(name)),
      mustBe: "true for its schedule to run",
      fix: `${property}: true`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
  remediate: remediateVirtualMachine((machine) => {
    const isToBeChanged = everyOf(
      () => machine.isAutomaticByPlatform,
      () => !machine.bypassesPlatformSafetyChecks,
      () => canBeScheduled(machine),
    );
    return isToBeChanged ? [waitForSchedules(machine)] : [];
  }),
};
