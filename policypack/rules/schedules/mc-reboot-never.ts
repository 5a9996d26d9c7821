import { updateManager } from "../../../facts/documents";
import { rebootSettingDefault, updateSelection } from "../../../facts/schedules";
import { source } from "../../../facts/source";
import { sameName } from "../../stack/arm-id";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { everyOf, firstOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, type Rule, show } from "../rule";

/** A schedule lets machines restart where updates need it, unless it leaves out every update that does. */
export const mcRebootNever: Rule = {
  code: "AUM088",
  name: "mc-reboot-never",
  area: "Schedules",
  title: "A schedule lets machines restart where updates need it.",
  why: "Updates that need a restart stay unfinished and the run ends with CompletedWithWarnings, while the registry or a group policy of the machine may still restart it.",
  level: "advisory",
  since: "2026-11",
  source: source(updateManager("workflow-update-manager")),
  check: everySchedule((schedule) => {
    const settled = firstOf(
      () =>
        sameName(schedule.installPatches.text("rebootSetting") ?? rebootSettingDefault.value, "Never")
          ? undefined
          : met,
      () => (needsNoRestart(schedule) ? met : undefined),
    );
    if (settled !== undefined) return settled;
    const property = schedule.installPatches.pathOf("rebootSetting");
    const wanted = show(rebootSettingDefault.value);
    return broken({
      property,
      found: show("Never"),
      mustBe: `${wanted}, unless the schedule is for Windows alone and has windowsParameters.excludeKbsRequiringReboot`,
      fix: `${property}: ${wanted}`,
      component: "MaintenanceSchedule",
      componentFix: `rebootSetting: ${wanted}`,
    });
  }),
};

/** Whether it installs updates on Windows alone, and none that needs a restart; Linux has no such choice. */
function needsNoRestart(schedule: MaintenanceConfiguration): boolean {
  const linux = updateSelection("Linux");
  return everyOf(
    () => schedule.parametersOf("Windows").boolean("excludeKbsRequiringReboot") ?? false,
    () => schedule.parametersOf("Linux").textsApart("classificationsToInclude").length === 0,
    () => schedule.parametersOf("Linux").textsApart(linux.include).length === 0,
  );
}
