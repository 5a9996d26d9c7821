import { minimumRecurrence, type Recurrence, recurEvery, weekdays, weeksOfMonth } from "../../facts/schedules";
import { notOneOf, oneOf, type Problems, present } from "../shared/problems";
import { schedulesPage } from "./documents";

/** A day of the week. */
export const Weekday = {
  Monday: "Monday",
  Tuesday: "Tuesday",
  Wednesday: "Wednesday",
  Thursday: "Thursday",
  Friday: "Friday",
  Saturday: "Saturday",
  Sunday: "Sunday",
} as const;
export type Weekday = (typeof Weekday)[keyof typeof Weekday];

/** Which of its weekdays in a month. */
export const WeekOfMonth = {
  First: "First",
  Second: "Second",
  Third: "Third",
  Fourth: "Fourth",
  Last: "Last",
} as const;
export type WeekOfMonth = (typeof WeekOfMonth)[keyof typeof WeekOfMonth];

/** Every so many hours, counted from the start. */
export interface HourlyRecurrenceArgs {
  /** The number of hours from one run to the next, at least 6. */
  every: number;
}

/** Every day, or every so many days counted from the start. */
export interface DailyRecurrenceArgs {
  /** The number of days from one run to the next. Default: 1. */
  every?: number;
}

/** On days of the week. */
export interface WeeklyRecurrenceArgs {
  /** The number of weeks from one run to the next. Default: 1. */
  every?: number;
  /** The days of the week. Default: the day of the start. */
  weekdays?: Weekday[];
}

/** On dates of the month. */
export interface MonthlyByDateRecurrenceArgs {
  /** The number of months from one run to the next. Default: 1. */
  every?: number;
  /** The dates, 1 to 31, or -1 for the last of the month. A month without the date is passed over. */
  daysOfMonth: number[];
}

/** On a weekday of the month, such as the second Tuesday, or so many days before or after it. */
export interface MonthlyByWeekdayRecurrenceArgs {
  /** The number of months from one run to the next. Default: 1. */
  every?: number;
  /** Which of its weekdays in the month. */
  weekOfMonth: WeekOfMonth;
  /** The weekday. */
  weekday: Weekday;
  /** Days from that weekday to the run, -6 to 6: 4 for the Saturday after Patch Tuesday. Default: 0. */
  offset?: number;
}

/** How often a schedule runs: exactly one of its properties is given. */
export interface RecurrenceArgs {
  /** Every so many hours. */
  hourly?: HourlyRecurrenceArgs;
  /** Every day, or every so many days; `{}` for every day. */
  daily?: DailyRecurrenceArgs;
  /** On days of the week; `{}` for every week on the day of the start. */
  weekly?: WeeklyRecurrenceArgs;
  /** On dates of the month. */
  monthlyByDate?: MonthlyByDateRecurrenceArgs;
  /** On a weekday of the month, or so many days before or after it. */
  monthlyByWeekday?: MonthlyByWeekdayRecurrenceArgs;
}

const kinds = ["hourly", "daily", "weekly", "monthlyByDate", "monthlyByWeekday"] as const;

/** The recurrence that the arguments ask for; `undefined` where it can't be had, which is reported. */
export function resolveRecurrence(args: RecurrenceArgs | undefined, problems: Problems): Recurrence | undefined {
  const path = "recurrence";
  const given = present({ ...args });
  if (given.length !== 1) {
    const found = given.length === 0 ? "gives no recurrence" : `gives ${given.join(" and ")}`;
    problems.add(path, `${found}: give exactly one of ${oneOf(kinds)}.`);
  }
  const found: Recurrence[] = [];
  const { hourly, daily, weekly, monthlyByDate, monthlyByWeekday } = args ?? {};
  if (hourly) found.push(hourlyRecurrence(`${path}.hourly`, hourly, problems));
  if (daily) found.push({ unit: "Day", every: frequency(`${path}.daily`, daily, problems) });
  if (weekly) found.push(weeklyRecurrence(`${path}.weekly`, weekly, problems));
  if (monthlyByDate) found.push(monthlyByDateRecurrence(`${path}.monthlyByDate`, monthlyByDate, problems));
  if (monthlyByWeekday) found.push(monthlyByWeekdayRecurrence(`${path}.monthlyByWeekday`, monthlyByWeekday, problems));
  return found[0];
}

function frequency(path: string, { every = 1 }: { every?: number }, problems: Problems): number {
  if (!(Number.isSafeInteger(every) && every >= 1)) {
    problems.add(`${path}.every`, `${every} is not a whole number of 1 or more.`);
  }
  return every;
}

function hourlyRecurrence(path: string, { every }: HourlyRecurrenceArgs, problems: Problems): Recurrence {
  const { hours } = minimumRecurrence;
  if (!(Number.isSafeInteger(every) && every >= hours)) {
    problems.add(`${path}.every`, `${every} is not a whole number of ${hours} hours or more. See ${schedulesPage}`);
  }
  return { unit: "Hour", every };
}

function weeklyRecurrence(path: string, args: WeeklyRecurrenceArgs, problems: Problems): Recurrence {
  const given = args.weekdays;
  if (given?.length === 0) problems.add(`${path}.weekdays`, "is empty: leave it out for the day of the start.");
  given?.forEach((weekday, index) => {
    checkItem(`${path}.weekdays`, index, given, notOneOf(weekday, weekdays), problems);
  });
  return { unit: "Week", every: frequency(path, args, problems), weekdays: given ?? [] };
}

function monthlyByDateRecurrence(path: string, args: MonthlyByDateRecurrenceArgs, problems: Problems): Recurrence {
  const { daysOfMonth: given = [] } = args;
  if (given.length === 0) problems.add(`${path}.daysOfMonth`, "give at least one date of the month.");
  given.forEach((day, index) => {
    const isDate = Number.isInteger(day) && ((day >= 1 && day <= 31) || day === -1);
    const reason = isDate ? undefined : `${day} is no date of a month: give 1 to 31, or -1 for the last.`;
    checkItem(`${path}.daysOfMonth`, index, given, reason, problems);
  });
  return { unit: "Month", every: frequency(path, args, problems), daysOfMonth: given };
}

function monthlyByWeekdayRecurrence(
  path: string,
  args: MonthlyByWeekdayRecurrenceArgs,
  problems: Problems,
): Recurrence {
  const { weekOfMonth, weekday, offset = 0 } = args;
  const { minimum, maximum } = recurEvery.offset;
  const wrongWeek = notOneOf(weekOfMonth, weeksOfMonth);
  if (wrongWeek) problems.add(`${path}.weekOfMonth`, wrongWeek);
  const wrongWeekday = notOneOf(weekday, weekdays);
  if (wrongWeekday) problems.add(`${path}.weekday`, wrongWeekday);
  if (!(Number.isInteger(offset) && offset >= minimum && offset <= maximum)) {
    problems.add(
      `${path}.offset`,
      `${offset} is not a whole number of days from ${minimum} to ${maximum}. See ${schedulesPage}`,
    );
  }
  return { unit: "Month", every: frequency(path, args, problems), weekOfMonth, weekday, offset };
}

/** Checks an item of a list, also for being there already. */
function checkItem<T>(
  path: string,
  index: number,
  list: readonly T[],
  reason: string | undefined,
  problems: Problems,
): void {
  if (reason) problems.add(`${path}[${index}]`, reason);
  const earlier = list.indexOf(list[index] as T);
  if (earlier < index) problems.add(`${path}[${index}]`, `${list[index]} is ${path}[${earlier}] already.`);
}
