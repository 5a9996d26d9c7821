import { meant, rebootSettingDefault, rebootSettingSent, rebootSettings } from "../../../facts/schedules";
import { source } from "../../../facts/source";
import { sameName } from "../../stack/arm-id";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, type Rule, show } from "../rule";

/** A schedule says what it does about restarts in the words of schedules, not in those of on-demand runs. */
export const mcRebootEnum: Rule = {
  code: "AUM087",
  name: "mc-reboot-enum",
  area: "Schedules",
  title: `The reboot setting of a schedule is ${rebootSettings.slice(0, -1).join(", ")} or ${rebootSettings.at(-1)}.`,
  why: "Azure does not take another value for a schedule, though it takes others for on-demand runs and itself answers AlwaysReboot for Always.",
  level: "mandatory",
  since: "2026-11",
  source: [...rebootSettingDefault.source, ...source("https://github.com/Azure/azure-rest-api-specs/issues/27222")],
  check: everySchedule(({ installPatches, resource }) => {
    const found = installPatches.text("rebootSetting");
    // Without inputs, the value is the service's answer, which is not spelled as what was sent.
    const sent = found === undefined || resource.hasInputs ? found : rebootSettingSent(found);
    if (sent === undefined || rebootSettings.some((each) => sameName(each, sent))) return met;
    const property = installPatches.pathOf("rebootSetting");
    const right = show(meant("rebootSetting", sent) ?? rebootSettingDefault.value);
    return broken({
      property,
      found: show(found),
      mustBe: `one of ${rebootSettings.map(show).join(", ")}`,
      fix: `${property}: ${right}`,
      component: "MaintenanceSchedule",
      componentFix: `rebootSetting: ${right}`,
    });
  }),
};
