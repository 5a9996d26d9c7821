import { updateManager } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { attempt, firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A machine that leaves updates to schedules is in the one patch mode that has schedules. */
export const vmBypassWrongMode: Rule = {
  code: "AUM005",
  name: "vm-bypass-wrong-mode",
  area: "Azure VM settings",
  title: "A VM with bypassPlatformSafetyChecksOnUserSchedule true has patchMode AutomaticByPlatform.",
  why: "The setting has no effect, and neither a schedule nor the platform installs updates.",
  level: "advisory",
  since: "2026-11",
  source: source(updateManager("prerequsite-for-schedule-patching")),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () =>
        machine.bypassesPlatformSafetyChecks ? undefined : notApplicable("the machine does not wait for schedules"),
      () => (machine.isAutomaticByPlatform ? met : undefined),
    );
    if (settled !== undefined) return settled;
    // Whether a schedule reaches the machine only decides which of two rules speaks, so it need not be known.
    if (attempt(() => stack.isScheduled(machine)) === true) {
      return notApplicable("the machine has a schedule, so that vm-patchmode-schedule asks for its patch mode");
    }
    const property = machine.patchSettings.pathOf("patchMode");
    return broken({
      property,
      found: show(machine.patchMode),
      mustBe: '"AutomaticByPlatform" for bypassPlatformSafetyChecksOnUserSchedule to have an effect',
      fix: `${property}: "AutomaticByPlatform"`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
};
