import { DateTime } from "luxon";
import { lastDayOfMonth, type Recurrence, type WallClock, weekdays, weeksOfMonth } from "../facts/schedules";

/** A recurrence by the calendar; one by the hour goes by elapsed time instead. */
export type CalendarRecurrence = Exclude<Recurrence, { readonly unit: "Hour" | "Day" }> | DailyRecurrence;

interface DailyRecurrence {
  readonly unit: "Day";
  readonly every: number;
}

/** The last year that a date of ARM can name. */
const lastYear = 9999;

/**
 * The date and time of a wall clock as luxon has it. It is put in UTC, whose days are all of one length, since a wall
 * clock alone belongs to no zone.
 */
export function wallClock({ year, month, day, hour, minute }: WallClock): DateTime {
  return DateTime.utc(year, month, day, hour, minute);
}

/**
 * The dates and times, ascending, at which a recurrence that takes effect at `start` comes round, from `notBefore` on.
 * All of them are on one {@link wallClock}.
 *
 * The start itself counts where it is on such a day. Documents leave three things open, which are read as calendars
 * commonly have it (RFC 5545): weeks begin on Monday, and of several weeks or months the first is that of the start; a
 * month without the day is passed over; a run that an offset carries into the next month belongs to its own.
 */
export function* occurrences(
  recurrence: CalendarRecurrence,
  start: DateTime,
  notBefore: DateTime,
): Generator<DateTime> {
  const { unit, every } = recurrence;
  const earliest = DateTime.max(start, notBefore);
  const first = start.startOf(unit === "Day" ? "day" : unit === "Week" ? "week" : "month");
  const passed = Math.floor(periodsBetween(unit, first, earliest) / every);
  // An offset may have carried the run of the month before into this one.
  for (let index = every === 1 ? passed - 1 : Math.max(passed - 1, 0); ; index++) {
    const period = first.plus(ofUnit(unit, index * every));
    if (period.year > lastYear) return;
    for (const day of daysIn(period, recurrence, start)) {
      const moment = day.set({ hour: start.hour, minute: start.minute });
      if (moment >= earliest) yield moment;
    }
  }
}

function ofUnit(unit: CalendarRecurrence["unit"], count: number) {
  if (unit === "Day") return { days: count };
  return unit === "Week" ? { weeks: count } : { months: count };
}

function periodsBetween(unit: CalendarRecurrence["unit"], from: DateTime, to: DateTime): number {
  if (unit === "Month") return (to.year - from.year) * 12 + to.month - from.month;
  return to.diff(from).as(unit === "Day" ? "days" : "weeks");
}

/** The days of a period, given by its first day, on which a recurrence comes round, ascending. */
function daysIn(period: DateTime, recurrence: CalendarRecurrence, start: DateTime): DateTime[] {
  if ("weekdays" in recurrence) {
    const given = recurrence.weekdays.map((weekday) => weekdays.indexOf(weekday));
    const indices = given.length > 0 ? given : [start.weekday - 1];
    return ascending(indices).map((days) => period.plus({ days }));
  }
  if ("daysOfMonth" in recurrence) {
    const length = period.endOf("month").day;
    const days = recurrence.daysOfMonth.map((day) => (day === lastDayOfMonth ? length : day));
    return ascending(days.filter((day) => day <= length)).map((day) => period.set({ day }));
  }
  return "weekOfMonth" in recurrence ? [weekdayOfMonth(period, recurrence)] : [period];
}

function weekdayOfMonth(
  month: DateTime,
  { weekOfMonth, weekday, offset }: Extract<CalendarRecurrence, { readonly weekOfMonth: string }>,
): DateTime {
  const index = weekdays.indexOf(weekday) + 1;
  if (weekOfMonth === "Last") {
    const last = month.endOf("month").startOf("day");
    return last.plus({ days: offset - ((last.weekday - index + 7) % 7) });
  }
  const weeks = weeksOfMonth.indexOf(weekOfMonth);
  return month.plus({ days: ((index - month.weekday + 7) % 7) + 7 * weeks + offset });
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
