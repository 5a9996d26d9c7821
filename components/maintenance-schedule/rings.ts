import { nextRuns, type Schedule } from "../../calendar";
import { formatDateTime, parseDateTime, type Recurrence, recurEvery, weekdays } from "../../facts/schedules";
import { member } from "../shared/member";
import { Problems } from "../shared/problems";
import {
  type MonthlyByWeekdayRecurrenceArgs,
  type RecurrenceArgs,
  resolveRecurrence,
  type Weekday,
  type WeeklyRecurrenceArgs,
  type WeekOfMonth,
} from "./recurrence";
import type { UpdatesArgs } from "./updates";
import { resolveStart, type TimingArgs, type WindowArgs } from "./window";

/** The rings of {@link stagedRings} where none are given, and the days from the first to each. */
export const defaultRings = { canary: 0, early: 2, broad: 5 } as const;

/** The name of a default ring. */
export type DefaultRing = keyof typeof defaultRings;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** So many runs of a ring are compared with those it follows: two years of a monthly schedule. */
const comparedRuns = 24;

/** A timing, and what else a schedule has. */
export interface StagedArgs extends WindowArgs, UpdatesArgs {}

/**
 * The timings of rings that patch one after another: each runs so many days after the given timing, all of which come
 * to the canary ring before they come to the broad one. Other arguments are passed on as they are, so that those of a
 * whole `MaintenanceSchedule` can be given.
 *
 * ```typescript
 * const rings = stagedRings(
 *   {
 *     startDateTime: "2027-01-01 22:00",
 *     recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } },
 *   },
 *   { canary: 1, early: 4, broad: 11 },
 * );
 * new MaintenanceSchedule("canary", { resourceGroupName, ...rings.canary });
 * ```
 *
 * @param timing when the rings run, but for the days
 * @param daysAfter the days, by ring, from a run of the timing to the ring's: whole numbers from 0, shorter than the time
 * from one run to the next. Default: {@link defaultRings}.
 * @throws pulumi.InputPropertiesError with every argument that is wrong, and where Azure has no recurrence for a ring,
 * such as for the fifth day after the last one of a month
 */
export function stagedRings<T extends StagedArgs>(timing: T): Record<DefaultRing, T>;
export function stagedRings<T extends StagedArgs, R extends string>(
  timing: T,
  daysAfter: Readonly<Record<R, number>>,
): Record<R, T>;
export function stagedRings<T extends StagedArgs>(
  timing: T,
  daysAfter: Readonly<Record<string, number>> = defaultRings,
): Record<string, T> {
  const problems: Problems = new Problems("The rings");
  const recurrence = resolveRecurrence(timing.recurrence, problems);
  resolveStart(timing.startDateTime, problems);
  if (problems.any || !recurrence) problems.fail();
  const interval = shortestInterval(recurrence);
  const rings = Object.entries(daysAfter).map(([ring, days]) => {
    const path = member("daysAfter", ring);
    if (!(Number.isInteger(days) && days >= 0)) {
      problems.add(path, `${days} is not a whole number of days from 0.`);
    } else if (days > 0 && days >= interval) {
      problems.add(path, `${days} is not less than ${interval}, the days from one run to the next.`);
    } else {
      const staged = later(timing, days);
      if (staged) return [ring, { ...timing, ...staged }] as const;
      problems.add(
        path,
        `Azure has no recurrence that is ${days} days later than this one: choose fewer days, or another one.`,
      );
    }
    return [ring, timing] as const;
  });
  if (rings.length === 0) problems.add("daysAfter", "give at least one ring.");
  if (problems.any) problems.fail();
  return Object.fromEntries(rings);
}

/** The days, at least, from one run to the next of a recurrence that has one a period. */
function shortestInterval({ unit, every }: Recurrence): number {
  return every * { Hour: 1 / 24, Day: 1, Week: 7, Month: 28 }[unit];
}

/** The timing whose every run is so many days after one of the given timing; `undefined` where there is none. */
function later({ startDateTime, recurrence }: TimingArgs, days: number): TimingArgs | undefined {
  const given = { startDateTime, recurrence };
  if (days === 0) return given;
  const runs = firstRuns(given);
  const [first] = runs;
  if (first === undefined) return given;
  const wanted = runs.map((run) => run + days * dayInMilliseconds);
  const shifted = laterRecurrence(recurrence, first, days);
  // Where only every second week or month counts, the start says which: of these the one that says the same.
  const starts = [first + days * dayInMilliseconds, first].map(textOf);
  return [...starts, startDateTime]
    .map((start) => ({ startDateTime: start, recurrence: shifted ?? {} }))
    .find((timing) => shifted !== undefined && firstRuns(timing).every((run, index) => run === wanted[index]));
}

/** The first runs of a timing on a clock without daylight saving. */
function firstRuns({ startDateTime, recurrence }: TimingArgs): number[] {
  const start = parseDateTime(startDateTime);
  const resolved = resolveRecurrence(recurrence, new Problems("A ring"));
  if (!start.ok || !resolved) return [];
  const schedule: Schedule = {
    start: start.dateTime,
    recurrence: resolved,
    timeZone: { windowsId: "UTC", ianaName: "Etc/UTC" },
    duration: 0,
  };
  return nextRuns(schedule, new Date(0), comparedRuns).map((run) => run.start.getTime());
}

/** The recurrence, by itself, so many days later; `undefined` where Azure has none. */
function laterRecurrence(recurrence: RecurrenceArgs, first: number, days: number): RecurrenceArgs | undefined {
  const { weekly, monthlyByDate, monthlyByWeekday } = recurrence;
  if (weekly) return { weekly: laterWeekdays(weekly, first, days) };
  if (monthlyByDate) {
    // A month has no more than 28 days for certain.
    const fits = monthlyByDate.daysOfMonth.every((day) => day > 0 && day + days <= 28);
    const daysOfMonth = monthlyByDate.daysOfMonth.map((day) => day + days);
    return fits ? { monthlyByDate: { ...monthlyByDate, daysOfMonth } } : undefined;
  }
  if (!monthlyByWeekday) return recurrence;
  const later = laterWeekdayOfMonth(monthlyByWeekday, days);
  return later && { monthlyByWeekday: later };
}

function laterWeekdays(weekly: WeeklyRecurrenceArgs, first: number, days: number): WeeklyRecurrenceArgs {
  const indices = weekly.weekdays?.map((weekday) => weekdays.indexOf(weekday)) ?? [
    (new Date(first).getUTCDay() + 6) % 7,
  ];
  return { ...weekly, weekdays: indices.map((index) => weekdays[(index + days) % 7] as Weekday) };
}

const countedWeeks: readonly WeekOfMonth[] = ["First", "Second", "Third", "Fourth"];

/** The second Tuesday and 11 days is the third Tuesday and 4: Azure takes offsets of no more than 6. */
function laterWeekdayOfMonth(
  args: MonthlyByWeekdayRecurrenceArgs,
  days: number,
): MonthlyByWeekdayRecurrenceArgs | undefined {
  const offset = (args.offset ?? 0) + days;
  const { maximum } = recurEvery.offset;
  if (offset <= maximum) return { ...args, offset };
  const weeks = Math.ceil((offset - maximum) / 7);
  const week = countedWeeks.indexOf(args.weekOfMonth);
  const weekOfMonth = week < 0 ? undefined : countedWeeks[week + weeks];
  return weekOfMonth && { ...args, weekOfMonth, offset: offset - 7 * weeks };
}

function textOf(moment: number): string {
  const date = new Date(moment);
  return formatDateTime({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  });
}
