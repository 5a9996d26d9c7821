import { updateManager } from "../../../facts/documents";
import { Operation } from "../../../facts/operations";
import { source } from "../../../facts/source";
import { attempt, everyOf, firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { canBeScheduled, patchByPlatform } from "../patch-settings";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";
import { setByPolicy } from "../update-manager-policy";

/**
 * A machine that leaves updates to schedules is in the one patch mode that has schedules. A mode that its system does not
 * have is for vm-patchmode-enum-os to say.
 */
export const vmBypassWrongMode: Rule = {
  code: "AUM005",
  name: "vm-bypass-wrong-mode",
  area: "Azure VM settings",
  title: "A VM with bypassPlatformSafetyChecksOnUserSchedule true has patchMode AutomaticByPlatform.",
  why: "The setting has no effect, and neither a schedule nor the platform installs updates.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.Schedule, Operation.AutomaticGuestPatching],
  source: source(updateManager("prerequsite-for-schedule-patching")),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () =>
        machine.bypassesPlatformSafetyChecks ? undefined : notApplicable("the machine does not wait for schedules"),
      () => (machine.isAutomaticByPlatform ? met : undefined),
      () =>
        machine.hasPatchModeOfItsSystem ? undefined : notApplicable("its operating system has no such patch mode"),
    );
    if (settled !== undefined) return settled;
    // Whether a schedule reaches the machine only decides which of two rules speaks, so it need not be known.
    if (attempt(() => stack.isScheduled(machine)) === true) {
      return notApplicable("the machine has a schedule, so that vm-patchmode-schedule asks for its patch mode");
    }
    const property = machine.patchSettings.pathOf("patchMode");
    const policy = stack.policies.assignmentOnPrerequisites(machine);
    if (policy !== undefined) return setByPolicy(property, policy);
    return broken({
      property,
      found: show(machine.patchMode),
      mustBe: '"AutomaticByPlatform" for bypassPlatformSafetyChecksOnUserSchedule to have an effect',
      fix: `${property}: "AutomaticByPlatform"`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
  remediate: remediateVirtualMachine((machine) => {
    const isToBeChanged = everyOf(
      () => machine.bypassesPlatformSafetyChecks,
      () => !machine.isAutomaticByPlatform,
      () => machine.hasPatchModeOfItsSystem,
      () => canBeScheduled(machine),
    );
    return isToBeChanged ? [patchByPlatform(machine)] : [];
  }),
};
