import { visibility } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { everySchedule } from "../maintenance-schedule";
import { mend, remediateSchedule } from "../remediate";
import { type Answer, broken, met, type Rule, show } from "../rule";

/** A schedule is one of the user's own configurations, which is also Azure's default. */
export const mcVisibility: Rule = {
  code: "AUM075",
  name: "mc-visibility",
  area: "Schedules",
  title: "A schedule has visibility Custom.",
  why: "Public configurations are those that Azure itself offers, and no document tells of one that patches guests.",
  level: "advisory",
  since: "2026-11",
  source: visibility.source,
  check: everySchedule(answerOf),
  remediate: remediateSchedule((schedule) => mend(answerOf(schedule), visibility.mustBe)),
};

function answerOf({ settings }: MaintenanceConfiguration): Answer {
  const found = settings.text("visibility");
  if (sameName(found ?? visibility.defaultValue, visibility.mustBe)) return met;
  return broken({
    property: "visibility",
    found: show(found),
    mustBe: `${show(visibility.mustBe)}, which is also Azure's default`,
    fix: `visibility: ${show(visibility.mustBe)}`,
  });
}
