import { computeDocs, maintenanceSchema } from "../documents";
import { type Fact, source } from "../source";
import { conflict } from "../statement";
import { errorOf, type Parsed, refused } from "./parsed";

/** The length of a maintenance window for updates of guests. */
export const windowDuration = {
  format: "HH:mm",
  minimum: "01:30",
  maximum: "03:55",
  minimumMinutes: 90,
  maximumMinutes: 235,
  source: source(computeDocs("virtual-machines/maintenance-configurations"), maintenanceSchema),
  conflict: conflict(
    maintenanceSchema,
    "Example: 05:00.",
    "The schema's example is of the other maintenance scopes; the article's limits are those of InGuestPatch.",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** Reads a `duration` in the format HH:mm, of any length below a day. */
export function parseDuration(text: string): Parsed<{ readonly minutes: number }> {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) return refused(`"${text}" is not a duration: write hours and minutes as HH:mm, such as "03:55"`);
  return { ok: true, minutes: Number(match[1]) * 60 + Number(match[2]) };
}

/** Writes a number of minutes below a day (1,440) as HH:mm. */
export function formatDuration(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** What is wrong with a `duration`; `undefined` where it is one from 01:30 to 03:55. */
export function checkDuration(text: string): string | undefined {
  const parsed = parseDuration(text);
  if (!parsed.ok) return errorOf(parsed);
  const { minimum, maximum, minimumMinutes, maximumMinutes } = windowDuration;
  if (parsed.minutes < minimumMinutes || parsed.minutes > maximumMinutes) {
    return `"${text}" is not a duration that a maintenance window for guests can have: it lasts from "${minimum}" to "${maximum}"`;
  }
  return undefined;
}

/** A number below 100 in two digits. */
export const twoDigits = (value: number): string => String(value).padStart(2, "0");
