import { Operation } from "../../../facts/operations";
import { checkExpirationDateTime, checkStartDateTime, startDateTime } from "../../../facts/schedules";
import { findOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { remediateSchedule } from "../remediate";
import { broken, met, type Rule, show } from "../rule";

const checks = [
  { property: "startDateTime", check: checkStartDateTime },
  { property: "expirationDateTime", check: (text: string) => checkExpirationDateTime(text) },
] as const;

/**
 * Start and end of a schedule are dates and times on the clock of its own time zone. A remediation leaves one with an
 * offset alone, which is a moment on another clock.
 */
export const mcStartFormat: Rule = {
  code: "AUM077",
  name: "mc-start-format",
  area: "Schedules",
  title: `Start and end of a schedule are written as ${startDateTime.format}.`,
  why: "Azure does not read the date and time, which belong to timeZone and have no offset of their own.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: startDateTime.source,
  check: everySchedule(({ settings }) => {
    const wrong = findOf(checks, ({ property, check }) => {
      const text = settings.text(property);
      return text !== undefined && check(text) !== undefined;
    });
    if (wrong === undefined) return met;
    const { property } = wrong;
    const text = settings.text(property) ?? "";
    return broken({
      property,
      found: show(text),
      mustBe: `a date and time of the calendar as ${startDateTime.format}, without "T", seconds and offset`,
      fix: hasOffset(text)
        ? `${property}: ${show(startDateTime.format)}, the same moment on the clock of timeZone`
        : `${property}: ${show(rewritten(text) ?? startDateTime.format)}`,
    });
  }),
  remediate: remediateSchedule(({ settings }) =>
    checks.flatMap(({ property, check }) => {
      const text = settings.text(property);
      if (text === undefined || check(text) === undefined || hasOffset(text)) return [];
      const value = rewritten(text);
      return value === undefined ? [] : [{ path: property, value }];
    }),
  ),
};

function hasOffset(text: string): boolean {
  return /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text.slice("YYYY-MM-DD".length));
}

/** A date and time of ISO 8601 on the same clock in the format that Azure takes; `undefined` for anything else. */
function rewritten(text: string): string | undefined {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text.replace(" ", "T")) ?? [];
  const candidate = `${date} ${time}`;
  return checkStartDateTime(candidate) === undefined ? candidate : undefined;
}
