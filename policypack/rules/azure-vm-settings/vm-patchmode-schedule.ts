import { updateManager } from "../../../facts/documents";
import { Operation } from "../../../facts/operations";
import { source } from "../../../facts/source";
import { everyOf, firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { canBeScheduled, patchByPlatform, waitForSchedules } from "../patch-settings";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";
import { setByPolicy } from "../update-manager-policy";

/**
 * A machine with a schedule has the patch mode that lets the schedule run. A mode that its system does not have is for
 * vm-patchmode-enum-os to say.
 *
 * A remediation sees no schedule. A team that asks for it wants machines that wait for schedules, so the bypass goes with
 * the mode: without it, the platform would begin to patch at times of its own choice.
 */
export const vmPatchmodeSchedule: Rule = {
  code: "AUM001",
  name: "vm-patchmode-schedule",
  area: "Azure VM settings",
  title: "A VM with a schedule has patchMode AutomaticByPlatform.",
  why: "The schedule ends with a prerequisites error and installs nothing.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: source(updateManager("prerequsite-for-schedule-patching")),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () => (stack.isScheduled(machine) ? undefined : notApplicable("no schedule of this stack reaches the machine")),
      () => (machine.isAutomaticByPlatform ? met : undefined),
      () =>
        machine.hasPatchModeOfItsSystem ? undefined : notApplicable("its operating system has no such patch mode"),
    );
    if (settled !== undefined) return settled;
    const property = machine.patchSettings.pathOf("patchMode");
    const policy = stack.policies.assignmentOnPrerequisites(machine);
    if (policy !== undefined) return setByPolicy(property, policy);
    return broken({
      property,
      found: show(machine.patchMode),
      mustBe: '"AutomaticByPlatform" for its schedule to run',
      fix: `${property}: "AutomaticByPlatform"`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
  remediate: remediateVirtualMachine((machine) => {
    const isToBeChanged = everyOf(
      () => !machine.isAutomaticByPlatform,
      () => machine.hasPatchModeOfItsSystem,
      () => canBeScheduled(machine),
    );
    if (!isToBeChanged) return [];
    const mode = patchByPlatform(machine);
    return machine.bypassesPlatformSafetyChecks ? [mode] : [mode, waitForSchedules(machine)];
  }),
};
