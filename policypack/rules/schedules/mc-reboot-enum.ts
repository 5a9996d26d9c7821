import { Operation } from "../../../facts/operations";
import { meant, rebootSettingDefault, rebootSettingSent, rebootSettings } from "../../../facts/schedules";
import { source } from "../../../facts/source";
import { sameName } from "../../stack/arm-id";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { everySchedule } from "../maintenance-schedule";
import { remediateSchedule } from "../remediate";
import { broken, met, type Rule, show } from "../rule";

/**
 * A schedule says what it does about restarts in the words of schedules, not in those of on-demand runs. A remediation
 * leaves a word alone of which it is not known what is meant: it may be one against restarts.
 */
export const mcRebootEnum: Rule = {
  code: "AUM087",
  name: "mc-reboot-enum",
  area: "Schedules",
  title: `The reboot setting of a schedule is ${rebootSettings.slice(0, -1).join(", ")} or ${rebootSettings.at(-1)}.`,
  why: "Azure does not take another value for a schedule, though it takes others for on-demand runs and itself answers AlwaysReboot for Always.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: [...rebootSettingDefault.source, ...source("https://github.com/Azure/azure-rest-api-specs/issues/27222")],
  check: everySchedule((schedule) => {
    const { installPatches } = schedule;
    const wrong = wrongSettingOf(schedule);
    if (wrong === undefined) return met;
    const property = installPatches.pathOf("rebootSetting");
    const right = show(meant("rebootSetting", wrong) ?? rebootSettingDefault.value);
    return broken({
      property,
      found: show(wrong),
      mustBe: `one of ${rebootSettings.map(show).join(", ")}`,
      fix: `${property}: ${right}`,
      component: "MaintenanceSchedule",
      componentFix: `rebootSetting: ${right}`,
    });
  }),
  remediate: remediateSchedule((schedule) => {
    const wrong = wrongSettingOf(schedule);
    const right = wrong === undefined ? undefined : meant("rebootSetting", wrong);
    return right === undefined ? [] : [{ path: schedule.installPatches.pathOf("rebootSetting"), value: right }];
  }),
};

/** The setting, where it is none of those that Azure takes. */
function wrongSettingOf({ installPatches, resource }: MaintenanceConfiguration): string | undefined {
  const found = installPatches.text("rebootSetting");
  // Without inputs, the value is the service's answer, which is not spelled as what was sent.
  const sent = found === undefined || resource.hasInputs ? found : rebootSettingSent(found);
  return sent === undefined || rebootSettings.some((each) => sameName(each, sent)) ? undefined : found;
}
