import { guestPatching } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { sameName } from "../../stack/arm-id";
import { everyOf, firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * The reboot setting of a machine does not overrule another one that its schedule was given.
 *
 * A remediation sees no schedule. It takes the setting from machines that wait for schedules, so that their schedules
 * decide, but never "Never": a restart that the machine's owner ruled out can't be taken back.
 */
export const vmRebootSettingOverride: Rule = {
  code: "AUM017",
  name: "vm-reboot-setting-override",
  area: "Azure VM settings",
  title: "A VM and its schedules agree on restarts.",
  why: "The VM's own setting wins over the schedule's, so the VM restarts when the schedule says it does not, or the reverse.",
  level: "advisory",
  since: "2026-11",
  source: source(guestPatching),
  check: everyVirtualMachine((machine, stack) => {
    const settled = firstOf(
      () =>
        machine.rebootSetting === undefined ? notApplicable("the machine leaves restarts to its schedules") : undefined,
      () => (stack.isScheduled(machine) ? undefined : notApplicable("no schedule of this stack reaches the machine")),
    );
    if (settled !== undefined) return settled;
    const own = machine.rebootSetting ?? "";
    const overruled = stack.scheduleOf(machine, ({ rebootSetting }) => !sameName(rebootSetting, own));
    if (overruled === undefined) return met;
    const property = machine.automaticByPlatformSettings.pathOf("rebootSetting");
    const { name } = overruled.resource;
    return broken({
      property,
      found: show(own),
      mustBe: `left out for ${show(overruled.rebootSetting)} of schedule ${name} to hold`,
      fix: `leave out ${property}, or set installPatches.rebootSetting of ${name} to ${show(own)}`,
      componentFix: "leave out patchSettings.rebootSetting",
    });
  }),
  remediate: remediateVirtualMachine((machine) => {
    const isToBeChanged = everyOf(
      () => machine.rebootSetting !== undefined && !sameName(machine.rebootSetting, "Never"),
      () => machine.isAutomaticByPlatform,
      () => machine.bypassesPlatformSafetyChecks,
    );
    if (!isToBeChanged) return [];
    return [{ path: machine.automaticByPlatformSettings.pathOf("rebootSetting"), value: undefined }];
  }),
};
