import { Operation } from "../../../facts/operations";
import { checkDuration, parseDuration, windowDuration } from "../../../facts/schedules";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** The window of a schedule is as long as Azure has it for guests. */
export const mcDuration: Rule = {
  code: "AUM076",
  name: "mc-duration",
  area: "Schedules",
  title: `The window of a schedule lasts from ${windowDuration.minimum} to ${windowDuration.maximum}.`,
  why: "Azure does not take the window for updates of guests, whatever it takes for other scopes.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: windowDuration.source,
  check: everySchedule(({ settings }) => {
    const duration = settings.text("duration");
    if (duration === undefined) return notApplicable("the duration is left to Azure");
    if (checkDuration(duration) === undefined) return met;
    const parsed = parseDuration(duration);
    const isShort = parsed.ok && parsed.minutes < windowDuration.minimumMinutes;
    return broken({
      property: "duration",
      found: show(duration),
      mustBe: `from ${show(windowDuration.minimum)} to ${show(windowDuration.maximum)}, as ${windowDuration.format}`,
      fix: `duration: ${show(isShort ? windowDuration.minimum : windowDuration.maximum)}`,
    });
  }),
};
