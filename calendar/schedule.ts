import {
  checkDuration,
  expirationDateTime,
  type Parsed,
  parseDateTime,
  parseDuration,
  parseRecurEvery,
  type Recurrence,
  refused,
  type WallClock,
} from "../facts/schedules";
import { parseTimeZone, type TimeZone } from "./time-zones";

/** When a schedule runs, and for how long. */
export interface Schedule {
  /** When it takes effect, on the clock of its time zone. */
  readonly start: WallClock;
  /** When it ends, on the same clock; it runs no more from then on. Default: it does not end. */
  readonly expiration?: WallClock;
  readonly timeZone: TimeZone;
  readonly recurrence: Recurrence;
  /** The length of its window in minutes. */
  readonly duration: number;
}

/** The properties of a maintenance configuration that say when it runs, as ARM has them. */
export interface ScheduleText {
  readonly startDateTime: string;
  readonly expirationDateTime?: string;
  readonly timeZone: string;
  readonly recurEvery: string;
  readonly duration: string;
}

/** Reads when a maintenance configuration runs. The error is of the first property that Azure would not take. */
export function parseSchedule(text: ScheduleText): Parsed<{ readonly schedule: Schedule }> {
  const start = parseDateTime(text.startDateTime);
  if (!start.ok) return start;
  const expiration = parseExpiration(text.expirationDateTime);
  if (!expiration.ok) return expiration;
  const timeZone = parseTimeZone(text.timeZone);
  if (!timeZone.ok) return timeZone;
  const recurrence = parseRecurEvery(text.recurEvery);
  if (!recurrence.ok) return recurrence;
  const duration = parseDuration(text.duration);
  if (!duration.ok) return duration;
  const wrongDuration = checkDuration(text.duration);
  if (wrongDuration !== undefined) return refused(wrongDuration);
  return {
    ok: true,
    schedule: {
      start: start.dateTime,
      ...(expiration.dateTime && { expiration: expiration.dateTime }),
      timeZone: timeZone.timeZone,
      recurrence: recurrence.recurrence,
      duration: duration.minutes,
    },
  };
}

function parseExpiration(text: string | undefined): Parsed<{ readonly dateTime?: WallClock }> {
  return text === undefined || text === expirationDateTime.defaultValue ? { ok: true } : parseDateTime(text);
}
