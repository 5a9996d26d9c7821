import {
  type Parsed,
  parseDateTime,
  parseDuration,
  parseRecurEvery,
  type Recurrence,
  type Weekday,
  weekdays,
} from "../../facts/schedules";
import { NotKnown, type Properties } from "./properties";

const day = 24 * 60;

/** When a schedule patches, on the clock of its own time zone. */
export interface MaintenanceWindow {
  readonly timeZone: string;
  /** Minutes of the day at which a window can start, ascending: one, unless the schedule recurs by the hour. */
  readonly starts: readonly number[];
  /** Length in minutes, below a day. */
  readonly duration: number;
  /** The weekdays on which a window can start. */
  readonly weekdays: readonly Weekday[];
}

/** Reads the window of a maintenance configuration. Throws {@link NotKnown} for what Azure would not accept. */
export function maintenanceWindowOf(settings: Properties): MaintenanceWindow {
  const read = <T>(property: string, parse: (text: string) => Parsed<T>): T => {
    const text = settings.text(property);
    if (text === undefined) throw new NotKnown(property, "is not given");
    const parsed = parse(text);
    if (!parsed.ok) throw new NotKnown(property, `is no value that Azure takes: ${parsed.error}`);
    return parsed;
  };
  const { dateTime } = read("startDateTime", parseDateTime);
  const { recurrence } = read("recurEvery", parseRecurEvery);
  return {
    timeZone: read("timeZone", (text) => ({ ok: true, text })).text,
    starts: startsOf(recurrence, dateTime.hour * 60 + dateTime.minute),
    duration: read("duration", parseDuration).minutes,
    weekdays: weekdaysOf(recurrence, new Date(Date.UTC(dateTime.year, dateTime.month - 1, dateTime.day))),
  };
}

function startsOf({ unit, every }: Recurrence, start: number): readonly number[] {
  const starts = new Set([start]);
  if (unit === "Hour") {
    const step = every * 60;
    for (let next = (start + step) % day; !starts.has(next); next = (next + step) % day) starts.add(next);
  }
  return [...starts].sort((one, other) => one - other);
}

function weekdaysOf(recurrence: Recurrence, start: Date): readonly Weekday[] {
  if ("weekOfMonth" in recurrence) return [weekdayAfter(recurrence.weekday, recurrence.offset)];
  if (recurrence.unit !== "Week") return weekdays;
  return recurrence.weekdays.length > 0 ? recurrence.weekdays : [weekdayAfter("Sunday", start.getUTCDay())];
}

/**
 * The start of the window, in minutes of its day, in which or shortly before which a moment falls that comes back on
 * some weekdays; `undefined` where it falls in none.
 */
export function windowHitBy(
  { starts, duration, weekdays: windowDays }: MaintenanceWindow,
  moment: { readonly minute: number; readonly weekdays: readonly Weekday[] },
  minutesBefore: number,
): number | undefined {
  return starts.find((start) =>
    // The window, or the time before it, may reach into the day after or before the one on which it starts.
    [-1, 0, 1].some((days) => {
      const minute = moment.minute + days * day;
      if (minute < start - minutesBefore || minute >= start + duration) return false;
      return windowDays.some((weekday) => moment.weekdays.includes(weekdayAfter(weekday, days)));
    }),
  );
}

function weekdayAfter(weekday: Weekday, days: number): Weekday {
  return weekdays[(weekdays.indexOf(weekday) + days + weekdays.length) % weekdays.length] as Weekday;
}

/** A minute of the day as HH:mm; minutes before or after the day are those of its neighbours. */
export function clock(minute: number): string {
  const ofDay = (minute + day) % day;
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${digits(Math.floor(ofDay / 60))}:${digits(ofDay % 60)}`;
}
