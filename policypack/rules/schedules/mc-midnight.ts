import { midnightGap, parseDateTime, startsInMidnightGap } from "../../../facts/schedules";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const { from, evaluationDelayMinutes } = midnightGap.newSchedule;

/**
 * A schedule does not start right before midnight. The gap of an existing schedule is shorter, but a stack tells no new
 * one from it, and makes every one anew in another subscription.
 */
export const mcMidnight: Rule = {
  code: "AUM084",
  name: "mc-midnight",
  area: "Schedules",
  title: `A schedule does not start between ${from} and midnight.`,
  why: `Azure evaluates a new schedule ${evaluationDelayMinutes} minutes late and then looks at the date again, so that it may never be triggered.`,
  level: "advisory",
  since: "2026-11",
  source: midnightGap.source,
  check: everySchedule(({ settings }) => {
    const start = settings.text("startDateTime");
    const parsed = parseDateTime(start ?? "");
    if (!parsed.ok) return notApplicable("startDateTime is no date and time");
    if (!startsInMidnightGap(parsed.dateTime, "new")) return met;
    return broken({
      property: "startDateTime",
      found: show(start),
      mustBe: `before ${from} or from midnight on`,
      fix: `startDateTime: "${start?.slice(0, "YYYY-MM-DD".length)} 23:30"`,
    });
  }),
};
