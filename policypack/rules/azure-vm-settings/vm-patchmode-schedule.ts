import { updateManager } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A machine with a schedule has the patch mode that lets the schedule run. */
export const vmPatchmodeSchedule: Rule = {
  code: "AUM001",
  name: "vm-patchmode-schedule",
  area: "Azure VM settings",
  title: "A VM with a schedule has patchMode AutomaticByPlatform.",
  why: "The schedule ends with a prerequisites error and installs nothing.",
  level: "mandatory",
  since: "2026-11",
  source: source(updateManager("prerequsite-for-schedule-patching")),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () => (stack.isScheduled(machine) ? undefined : notApplicable("no schedule of this stack reaches the machine")),
      () => (machine.isAutomaticByPlatform ? met : undefined),
    );
    if (settled !== undefined) return settled;
    const property = machine.patchSettings.pathOf("patchMode");
    return broken({
      property,
      found: show(machine.patchMode),
      mustBe: '"AutomaticByPlatform" for its schedule to run',
      fix: `${property}: "AutomaticByPlatform"`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
};
