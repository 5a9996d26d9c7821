import { computeDocs, maintenanceSchema, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { conflict } from "../statement";
import { type Parsed, refused } from "./parsed";

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export type Weekday = (typeof weekdays)[number];

export const weeksOfMonth = ["First", "Second", "Third", "Fourth", "Last"] as const;
export type WeekOfMonth = (typeof weeksOfMonth)[number];

/** The day of the month that stands for its last one. */
export const lastDayOfMonth = -1;

/** How often a maintenance window recurs: the meaning of `recurEvery`. `every` counts units and is 1 or more. */
export type Recurrence =
  | { readonly unit: "Hour" | "Day"; readonly every: number }
  /** Without weekdays: on the weekday of the start. */
  | { readonly unit: "Week"; readonly every: number; readonly weekdays: readonly Weekday[] }
  /** `daysOfMonth`: 1 to 31, or {@link lastDayOfMonth}. */
  | { readonly unit: "Month"; readonly every: number; readonly daysOfMonth: readonly number[] }
  | {
      readonly unit: "Month";
      readonly every: number;
      readonly weekOfMonth: WeekOfMonth;
      readonly weekday: Weekday;
      /** Days after that weekday, -6 to 6. */
      readonly offset: number;
    };

/** The grammar of `recurEvery`. */
export const recurEvery = {
  daily: "[N]Day[s]",
  weekly: "[N]Week[s] [Weekday[,Weekday...]]",
  monthlyByDay: "[N]Month[s] dayD[,dayD...]",
  monthlyByWeekday: "[N]Month[s] (First|Second|Third|Fourth|Last) Weekday [Offset<n>]",
  defaultFrequency: 1,
  offset: { minimum: -6, maximum: 6 },
  source: source(maintenanceSchema, updateManager("manage-vms-programmatically"), updateManager("scheduled-patching")),
  conflict: conflict(
    "https://github.com/hashicorp/terraform-provider-azurerm/issues/29738",
    'The service refuses a month without a day ("Monthly maintenance window is missing day of month or week of month"), while the schema gives "Month" and "2Months" as examples.',
    "The service decides: a month without a day is an error.",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** The shortest time between two runs of a schedule for guests. */
export const minimumRecurrence = {
  hours: 6,
  source: source(computeDocs("virtual-machines/maintenance-configurations")),
} as const satisfies Fact & Record<string, unknown>;

/** What is read beyond the documented grammar, because refusing it would be a guess. */
export const recurEveryLeniencies = {
  letterCase: {
    statement: "Letter case is ignored.",
    source: source(updateManager("manage-vms-programmatically")),
    unconfirmed: 'The CLI example of the article writes "20days"; no document states the rule.',
  },
  spaceAfterComma: {
    statement: 'A blank may follow the comma of a list, as in "Week Saturday, Sunday".',
    source: source(updateManager("manage-vms-programmatically")),
    conflict: conflict(
      maintenanceSchema,
      'recurEvery: Week Saturday,Sunday: the schema writes "a comma separated list" without blanks.',
      "Both are read; lists are written without the blank.",
    ),
  },
  hours: {
    statement: 'Hours, such as "6Hours", recur through the API; the portal does not offer them.',
    source: source(updateManager("scheduled-patching")),
    unconfirmed: "The article has the rule, but no document spells a value with hours.",
  },
  lastDayOfMonth: {
    statement: '"day-1" is the last day of the month.',
    source: source(maintenanceSchema),
    unconfirmed: "The schema speaks of days of the month only; public programs write it.",
  },
} as const satisfies Record<string, Fact & { readonly statement: string }>;

const byName = <T extends string>(names: readonly T[], name: string): T | undefined =>
  names.find((known) => known.toLowerCase() === name.toLowerCase());

/**
 * Reads `recurEvery`. The error names the value and what is allowed. Letter case, blanks at either end and after a
 * comma don't matter; see {@link recurEveryLeniencies} for what rests on no document.
 */
export function parseRecurEvery(text: string): Parsed<{ readonly recurrence: Recurrence }> {
  const match = /^(\d*)(Hour|Day|Week|Month)s?(?:\s+(.*))?$/i.exec(text.trim());
  if (!match) return refused(`"${text}" is not a recurrence: ${allowedForms}`);
  const every = match[1] === "" ? recurEvery.defaultFrequency : Number(match[1]);
  if (every < 1) return refused(`"${text}" recurs every 0 units: the frequency is 1 or more`);
  const on = match[3] ?? "";
  switch (match[2]?.toLowerCase()) {
    case "hour":
      return hourlyOrDaily(text, "Hour", every, on);
    case "week":
      return weekly(text, every, on);
    case "month":
      return monthly(text, every, on);
    default:
      return hourlyOrDaily(text, "Day", every, on);
  }
}

/** Whether a recurrence is by the month and lacks the day, which the service refuses in spite of the schema's examples. */
export const lacksDayOfMonth = (text: string): boolean => /^\d*Months?$/i.test(text.trim());

/** The hours from one run to the next of a recurrence by the hour, allowed or not; `undefined` for any other text. */
export function hoursBetweenRuns(text: string): number | undefined {
  const hours = /^(\d*)Hours?$/i.exec(text.trim())?.[1];
  if (hours === undefined) return undefined;
  return hours === "" ? recurEvery.defaultFrequency : Number(hours);
}

const allowedForms =
  'write "3Days", "2Weeks Saturday,Sunday", "Month day1,day15" or "Month Second Tuesday Offset4", with the number joined to its unit';

function hourlyOrDaily(text: string, unit: "Hour" | "Day", every: number, on: string) {
  if (on !== "") {
    return refused(`"${text}" names "${on}" after ${unit.toLowerCase()}s: only weeks and months take days to recur on`);
  }
  if (unit === "Hour" && every < minimumRecurrence.hours) {
    return refused(
      `"${text}" recurs too often: a schedule recurs every ${minimumRecurrence.hours} hours or less often`,
    );
  }
  return { ok: true, recurrence: { unit, every } } as const;
}

function weekly(text: string, every: number, on: string) {
  const names = on === "" ? [] : on.split(/,\s*/);
  const known = names.map((name) => byName(weekdays, name));
  const unknown = names.filter((_, index) => known[index] === undefined);
  if (unknown.length > 0) {
    return refused(
      `"${text}" names ${quoted(unknown)}, which is no weekday: write ${weekdays[0]} to ${weekdays[6]} in full, with a comma between them`,
    );
  }
  return {
    ok: true,
    recurrence: { unit: "Week", every, weekdays: known.filter((name) => name !== undefined) },
  } as const;
}

function monthly(text: string, every: number, on: string) {
  if (on === "") {
    return refused(
      `"${text}" names no day of the month: add days ("${text.trim()} day1,day15") or a weekday ("${text.trim()} Second Tuesday Offset4")`,
    );
  }
  return /^day/i.test(on) ? monthlyByDay(text, every, on) : monthlyByWeekday(text, every, on);
}

function monthlyByDay(text: string, every: number, on: string) {
  const names = on.split(/,\s*/);
  const wrong = names.filter((name) => !/^day([1-9]|[12]\d|3[01]|-1)$/i.test(name));
  if (wrong.length > 0) {
    return refused(`"${text}" names ${quoted(wrong)}, which is no day of the month: write day1 to day31`);
  }
  return {
    ok: true,
    recurrence: { unit: "Month", every, daysOfMonth: names.map((name) => Number(name.slice("day".length))) },
  } as const;
}

function monthlyByWeekday(text: string, every: number, on: string) {
  const [week = "", day = "", offsetText, ...rest] = on.split(/\s+/);
  const weekOfMonth = byName(weeksOfMonth, week);
  const weekday = byName(weekdays, day);
  const offset = /^Offset(-?\d+)$/i.exec(offsetText ?? "Offset0")?.[1];
  if (!weekOfMonth || !weekday || offset === undefined || rest.length > 0) {
    return refused(
      `"${text}" names "${on}", which is no day of the month: write days (day1,day15), or ${weeksOfMonth.slice(0, -1).join(", ")} or Last, one weekday, and at most one offset (Second Tuesday Offset4)`,
    );
  }
  const { minimum, maximum } = recurEvery.offset;
  if (Number(offset) < minimum || Number(offset) > maximum) {
    return refused(`"${text}" has an offset of ${offset} days: it is from ${minimum} to ${maximum}`);
  }
  // Adding 0 turns the -0 of "Offset-0" into 0.
  return { ok: true, recurrence: { unit: "Month", every, weekOfMonth, weekday, offset: Number(offset) + 0 } } as const;
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** Writes a recurrence as the service documents it: no frequency of 1, no offset of 0, no blank after a comma. */
export function formatRecurEvery(recurrence: Recurrence): string {
  const { unit, every } = recurrence;
  const rate = every === 1 ? unit : `${every}${unit}s`;
  if ("daysOfMonth" in recurrence) return `${rate} ${recurrence.daysOfMonth.map((day) => `day${day}`).join(",")}`;
  if ("weekOfMonth" in recurrence) {
    const { weekOfMonth, weekday, offset } = recurrence;
    return `${rate} ${weekOfMonth} ${weekday}${offset === 0 ? "" : ` Offset${offset}`}`;
  }
  if ("weekdays" in recurrence && recurrence.weekdays.length > 0) return `${rate} ${recurrence.weekdays.join(",")}`;
  return rate;
}
