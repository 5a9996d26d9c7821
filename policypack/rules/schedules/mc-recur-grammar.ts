import { Operation } from "../../../facts/operations";
import { hoursBetweenRuns, lacksDayOfMonth, parseRecurEvery, recurEvery } from "../../../facts/schedules";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** The recurrence of a schedule is written as Azure reads it; a missing day and too few hours are flagged apart. */
export const mcRecurGrammar: Rule = {
  code: "AUM081",
  name: "mc-recur-grammar",
  area: "Schedules",
  title: "The recurrence of a schedule follows the grammar of recurEvery.",
  why: "Azure does not read the recurrence, and refuses the maintenance configuration.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: recurEvery.source,
  check: everySchedule(({ settings }) => {
    const text = settings.text("recurEvery");
    if (text === undefined) return notApplicable("recurEvery is not given");
    const parsed = parseRecurEvery(text);
    if (parsed.ok || lacksDayOfMonth(text) || (hoursBetweenRuns(text) ?? 0) > 0) return met;
    const { daily, weekly, monthlyByDay, monthlyByWeekday } = recurEvery;
    return broken({
      property: "recurEvery",
      found: show(text),
      mustBe: `of the form ${daily}, ${weekly}, ${monthlyByDay} or ${monthlyByWeekday}`,
      fix: parsed.error,
      component: "MaintenanceSchedule",
      componentFix: "recurrence, which has a type for each form",
    });
  }),
};
