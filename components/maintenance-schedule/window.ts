import { nextRuns, parseTimeZone, type Schedule, type TimeZone } from "../../calendar";
import {
  checkDuration,
  checkExpirationDateTime,
  checkStartDateTime,
  formatRecurEvery,
  midnightGap,
  type Parsed,
  parseDateTime,
  parseDuration,
  startsInMidnightGap,
  type WallClock,
} from "../../facts/schedules";
import type { Problems } from "../shared/problems";
import { schedulesPage } from "./documents";
import { type RecurrenceArgs, resolveRecurrence } from "./recurrence";

/** From when on, and how often, a schedule runs. */
export interface TimingArgs {
  /**
   * From when on the schedule runs, as `YYYY-MM-DD hh:mm` on the clock of `timeZone`; its time is that of every run. The
   * first run is on the first day of the recurrence from then on. A new schedule's start lies at least 15 minutes ahead;
   * one that has passed is as good, and the runs until now are not made up for. Give a date: one computed from today's
   * would give another plan every day.
   */
  startDateTime: string;
  /** How often it runs. */
  recurrence: RecurrenceArgs;
}

/** When a schedule runs, and for how long. */
export interface WindowArgs extends TimingArgs {
  /** From when on it runs no more, in the format of `startDateTime`. Default: it does not end. */
  expirationDateTime?: string;
  /**
   * The time zone, by its Windows id (`W. Europe Standard Time`) or by an IANA name (`Europe/Berlin`), which is
   * translated. Runs follow its daylight saving. Default: `UTC`.
   */
  timeZone?: string;
  /**
   * How long the window is open, as `HH:mm`, from `01:30` to `03:55`. No update is begun that may not be done before
   * its end. Default: `03:55`.
   */
  duration?: string;
}

/** The properties of a maintenance configuration that say when it runs. */
export interface Window {
  readonly startDateTime: string;
  readonly expirationDateTime: string | undefined;
  readonly timeZone: string;
  readonly recurEvery: string;
  readonly duration: string;
}

export interface ResolvedWindow {
  readonly schedule: Schedule;
  readonly window: Window;
  /** What is allowed and yet better otherwise. */
  readonly advice: readonly string[];
}

/** When the schedule runs; `undefined` where the arguments don't say that, which is reported. */
export function resolveWindow(args: WindowArgs, problems: Problems): ResolvedWindow | undefined {
  const { startDateTime, expirationDateTime, timeZone = "UTC", duration = "03:55" } = args;
  const recurrence = resolveRecurrence(args.recurrence, problems);
  const start = resolveStart(startDateTime, problems);
  checkText("expirationDateTime", expirationDateTime, (text) => checkExpirationDateTime(text, startDateTime), problems);
  checkText("duration", duration, checkDuration, problems);
  const zone = resolveTimeZone(timeZone, problems);
  if (problems.any || !recurrence || !start || !zone) return undefined;
  const expiration = expirationDateTime === undefined ? undefined : read(parseDateTime(expirationDateTime))?.dateTime;
  const schedule: Schedule = {
    start,
    ...(expiration && { expiration }),
    timeZone: zone,
    recurrence,
    duration: read(parseDuration(duration))?.minutes ?? 0,
  };
  const recurEvery = formatRecurEvery(recurrence);
  if (nextRuns(schedule, new Date(0), 1).length === 0) {
    const end = expirationDateTime === undefined ? "" : ` before it ends on ${JSON.stringify(expirationDateTime)}`;
    problems.add(
      "recurrence",
      `${JSON.stringify(recurEvery)} never comes round from ${JSON.stringify(startDateTime)} on${end}.`,
    );
    return undefined;
  }
  return {
    schedule,
    window: { startDateTime, expirationDateTime, timeZone: zone.windowsId, recurEvery, duration },
    advice: startsInMidnightGap(start, "new") ? [midnightAdvice(startDateTime)] : [],
  };
}

function midnightAdvice(startDateTime: string): string {
  return `startDateTime: ${JSON.stringify(startDateTime)} lies between ${midnightGap.newSchedule.from} and midnight, where a new schedule may never be triggered: choose another time. See ${schedulesPage}`;
}

/** The start of a schedule; `undefined` where it can't be read, which is reported. */
export function resolveStart(text: string, problems: Problems): WallClock | undefined {
  if (text === undefined) {
    problems.add("startDateTime", 'give the date and time of the start, such as "2027-01-09 02:00".');
    return undefined;
  }
  checkText("startDateTime", text, checkStartDateTime, problems);
  return read(parseDateTime(text))?.dateTime;
}

function resolveTimeZone(text: string, problems: Problems): TimeZone | undefined {
  const parsed = parseTimeZone(text);
  if (parsed.ok) return parsed.timeZone;
  problems.add("timeZone", `${parsed.error}.`);
  return undefined;
}

function checkText(
  path: string,
  text: string | undefined,
  check: (text: string) => string | undefined,
  problems: Problems,
): void {
  const error = text === undefined ? undefined : check(text);
  if (error !== undefined) problems.add(path, `${error}. See ${schedulesPage}`);
}

/** What was read, where it could be. */
function read<T>(parsed: Parsed<T>): T | undefined {
  return parsed.ok ? parsed : undefined;
}
