import { updateManager } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { everyOf, firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { canBeScheduled, saysWhetherItWaits, waitForSchedules } from "../patch-settings";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";
import { setByPolicy } from "../update-manager-policy";

const name = "bypassPlatformSafetyChecksOnUserSchedule";

/**
 * A machine that the platform patches on its own was meant to be: its program says so by writing out the setting that
 * means it, false, which is also Azure's default. A machine that forgot its schedule looks the same but for that. A
 * remediation leaves the written false alone.
 */
export const vmAutopatchSurprise: Rule = {
  code: "AUM003",
  name: "vm-autopatch-surprise",
  area: "Azure VM settings",
  title: "A VM without a schedule says whether the platform may patch it on its own.",
  why: "The platform installs updates and restarts the VM at times of its own choice, without a schedule.",
  level: "advisory",
  since: "2026-11",
  source: source(updateManager("prerequsite-for-schedule-patching")),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () => (machine.isAutomaticByPlatform ? undefined : notApplicable("the platform does not patch the machine")),
      () =>
        machine.bypassesPlatformSafetyChecks
          ? notApplicable("the machine leaves updates to schedules alone")
          : undefined,
      () => (stack.isScheduled(machine) ? notApplicable("a schedule of this stack reaches the machine") : undefined),
      () => (machine.automaticByPlatformSettings.boolean(name) === false ? met : undefined),
    );
    if (settled !== undefined) return settled;
    const property = machine.automaticByPlatformSettings.pathOf(name);
    const policy = stack.policies.assignmentOnPrerequisites(machine);
    if (policy !== undefined) return setByPolicy(property, policy);
    return broken({
      property,
      found: show(undefined),
      mustBe: "true, or false where the platform may patch the VM on its own",
      fix: `${property}: true, with a schedule`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
  remediate: remediateVirtualMachine((machine) => {
    const isToBeChanged = everyOf(
      () => machine.isAutomaticByPlatform,
      () => !saysWhetherItWaits(machine),
      () => canBeScheduled(machine),
    );
    return isToBeChanged ? [waitForSchedules(machine)] : [];
  }),
};
