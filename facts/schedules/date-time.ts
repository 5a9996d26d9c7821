import { computeDocs, maintenanceSchema } from "../documents";
import { type Fact, source } from "../source";
import { twoDigits } from "./duration";
import { errorOf, type Parsed, refused } from "./parsed";

/** `startDateTime`: when a schedule takes effect, in its own time zone and following its daylight saving. */
export const startDateTime = {
  format: "YYYY-MM-DD hh:mm",
  /** A new schedule starts no sooner than this after it is created. */
  minimumLeadMinutes: 15,
  source: source(maintenanceSchema, computeDocs("virtual-machines/maintenance-configurations")),
} as const satisfies Fact & Record<string, unknown>;

/** `expirationDateTime`: when a schedule ends; it lies in the future. */
export const expirationDateTime = {
  format: "YYYY-MM-DD hh:mm",
  /** What ARM sets, and returns, where none is given. */
  defaultValue: "9999-12-31 23:59:59",
  source: source(maintenanceSchema),
} as const satisfies Fact & Record<string, unknown>;

/** `timeZone`: the Windows id of a time zone. IANA names, such as `Europe/Berlin`, are not taken. */
export const timeZone = {
  examples: [
    "UTC",
    "Pacific Standard Time",
    "W. Europe Standard Time",
    "Korea Standard Time",
    "Cen. Australia Standard Time",
    "India Standard Time",
  ],
  source: source(maintenanceSchema),
} as const satisfies Fact & Record<string, unknown>;

/**
 * Start times that may never trigger: the service evaluates a schedule late and then looks at the date again. New
 * schedules are evaluated 15 minutes late, existing ones 3.
 */
export const midnightGap = {
  newSchedule: { from: "23:45", evaluationDelayMinutes: 15 },
  existingSchedule: { from: "23:57", evaluationDelayMinutes: 3 },
  source: source(computeDocs("virtual-machines/maintenance-configurations")),
} as const satisfies Fact & Record<string, unknown>;

/** A date and time on some wall clock. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Reads a date and time in the format YYYY-MM-DD hh:mm, with a 24-hour clock. */
export function parseDateTime(text: string): Parsed<{ readonly dateTime: WallClock }> {
  const match = /^(\d{4})-(\d{2})-(\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) {
    return refused(
      `"${text}" is not a date and time: write it as YYYY-MM-DD hh:mm, such as "2027-01-31 22:00", with no "T", seconds or offset`,
    );
  }
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return refused(`"${text}" is not a date and time: there is no such day in the calendar`);
  }
  return { ok: true, dateTime: { year, month, day, hour, minute } };
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Writes a date and time as YYYY-MM-DD hh:mm, which also sorts by time. */
export function formatDateTime({ year, month, day, hour, minute }: WallClock): string {
  const date = `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
  return `${date} ${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** What is wrong with a `startDateTime`; `undefined` where it is well formed. Whether it is in the future is not looked at. */
export function checkStartDateTime(text: string): string | undefined {
  return errorOf(parseDateTime(text));
}

/**
 * What is wrong with an `expirationDateTime`, alone and beside a well-formed `startDateTime`; `undefined` where it is
 * well formed and later than the start. The value that ARM returns where none was given is taken too.
 */
export function checkExpirationDateTime(text: string, start?: string): string | undefined {
  if (text === expirationDateTime.defaultValue) return undefined;
  const error = errorOf(parseDateTime(text));
  if (error !== undefined) return error;
  if (start !== undefined && parseDateTime(start).ok && text <= start) {
    return `"${text}" is not after the start of the schedule, "${start}"`;
  }
  return undefined;
}

/** Whether a start may never trigger because it lies in the {@link midnightGap} of a new or an existing schedule. */
export function startsInMidnightGap({ hour, minute }: WallClock, schedule: "new" | "existing"): boolean {
  const { from } = schedule === "new" ? midnightGap.newSchedule : midnightGap.existingSchedule;
  return `${twoDigits(hour)}:${twoDigits(minute)}` >= from;
}
