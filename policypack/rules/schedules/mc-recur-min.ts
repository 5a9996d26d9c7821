import { Operation } from "../../../facts/operations";
import { hoursBetweenRuns, minimumRecurrence } from "../../../facts/schedules";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const { hours: minimum } = minimumRecurrence;

/** A schedule leaves time between its runs. Six hours are also more than the longest window. */
export const mcRecurMin: Rule = {
  code: "AUM083",
  name: "mc-recur-min",
  area: "Schedules",
  title: `A schedule recurs every ${minimum} hours or less often.`,
  why: "Azure does not take a schedule for guests that recurs more often.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: minimumRecurrence.source,
  check: everySchedule(({ settings }) => {
    const text = settings.text("recurEvery");
    const hours = hoursBetweenRuns(text ?? "");
    if (hours === undefined || hours === 0) return notApplicable("the schedule does not recur by the hour");
    if (hours >= minimum) return met;
    return broken({
      property: "recurEvery",
      found: show(text),
      mustBe: `"${minimum}Hours" or more`,
      fix: `recurEvery: "${minimum}Hours"`,
      component: "MaintenanceSchedule",
      componentFix: `recurrence: { hourly: { every: ${minimum} } }`,
    });
  }),
};
