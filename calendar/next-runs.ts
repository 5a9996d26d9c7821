import { DateTime } from "luxon";
import { formatDateTime } from "../facts/schedules";
import { type CalendarRecurrence, occurrences, wallClock } from "./occurrences";
import type { Schedule } from "./schedule";

/** One run of a schedule. */
export interface ScheduledRun {
  /** When its window opens. */
  readonly start: Date;
  /** When its window closes. */
  readonly end: Date;
  /** When its window opens, on the clock of the schedule's time zone, as `YYYY-MM-DD hh:mm`. */
  readonly localStart: string;
}

/**
 * The next runs of a schedule whose windows open at or after a moment, at most `count` of them: fewer where it ends
 * before.
 *
 * A schedule keeps its time on the clock of its zone when daylight saving begins or ends. Where that clock skips the
 * time, the run is as much later as the clock is put forward; where it shows the time twice, the run is the first time.
 * One that recurs by the hour does so by elapsed hours. For these three no document tells what Azure does.
 *
 * @throws RangeError where `from` is an invalid date or `count` not a whole number from 0
 */
export function nextRuns(schedule: Schedule, from: Date, count: number): ScheduledRun[] {
  if (Number.isNaN(from.getTime())) throw new RangeError("from is an invalid date.");
  if (!(Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`count ${count} is not a whole number from 0.`);
  const runs: ScheduledRun[] = [];
  if (count === 0) return runs;
  const expiration = schedule.expiration && wallClock(schedule.expiration);
  for (const start of starts(schedule, DateTime.fromJSDate(from, { zone: schedule.timeZone.ianaName }))) {
    if (expiration && start.setZone("utc", { keepLocalTime: true }) >= expiration) break;
    runs.push({
      start: start.toJSDate(),
      end: start.plus({ minutes: schedule.duration }).toJSDate(),
      localStart: formatDateTime(start),
    });
    if (runs.length === count) break;
  }
  return runs;
}

/** The moments at which the windows of a schedule open, without its end, from a moment on. */
function* starts({ start, recurrence, timeZone }: Schedule, from: DateTime): Generator<DateTime> {
  if (recurrence.unit === "Hour") {
    const first = momentOf(wallClock(start), timeZone.ianaName);
    const passed = Math.ceil(from.diff(first).as("hours") / recurrence.every);
    for (let index = Math.max(passed, 0); ; index++) yield first.plus({ hours: index * recurrence.every });
  }
  // A day early: where a clock is put forward or back, the order of times on it is not that of moments.
  const notBefore = from.setZone("utc", { keepLocalTime: true }).minus({ days: 1 });
  for (const clock of occurrences(recurrence as CalendarRecurrence, wallClock(start), notBefore)) {
    const moment = momentOf(clock, timeZone.ianaName);
    if (moment >= from) yield moment;
  }
}

/** The first moment at which the clock of a zone shows a time, or would but for being put forward. */
function momentOf(clock: DateTime, ianaName: string): DateTime {
  return DateTime.min(...clock.setZone(ianaName, { keepLocalTime: true }).getPossibleOffsets()) as DateTime;
}
