import { Operation } from "../../../facts/operations";
import { lacksDayOfMonth, recurEvery } from "../../../facts/schedules";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A monthly schedule says on which day, whatever the examples of the ARM schema leave out. */
export const mcRecurMonthBare: Rule = {
  code: "AUM082",
  name: "mc-recur-month-bare",
  area: "Schedules",
  title: "A monthly schedule names the day of the month.",
  why: 'Azure refuses the maintenance configuration ("Monthly maintenance window is missing day of month or week of month").',
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: [recurEvery.conflict.source, ...recurEvery.source],
  check: everySchedule(({ settings }) => {
    const text = settings.text("recurEvery");
    if (!/month/i.test(text ?? "")) return notApplicable("the schedule is not monthly");
    if (!lacksDayOfMonth(text ?? "")) return met;
    return broken({
      property: "recurEvery",
      found: show(text),
      mustBe: "followed by days of the month, or by a weekday and which of the month",
      fix: `recurEvery: ${show(`${text?.trim()} day1`)} or ${show(`${text?.trim()} Second Tuesday`)}`,
      component: "MaintenanceSchedule",
      componentFix: 'recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } }',
    });
  }),
};
