import { parseTimeZone } from "../../../calendar";
import { Operation } from "../../../facts/operations";
import { timeZone } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import { everySchedule } from "../maintenance-schedule";
import { remediateSchedule } from "../remediate";
import { broken, met, notApplicable, notKnown, type Rule, show } from "../rule";

const property = "timeZone";

/** A schedule names its time zone as Windows does. */
export const mcTimezone: Rule = {
  code: "AUM080",
  name: "mc-timezone",
  area: "Schedules",
  title: "The time zone of a schedule is a Windows id.",
  why: "Azure knows time zones by their Windows ids alone, and does not take an IANA name, an abbreviation or an offset.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: timeZone.source,
  check: everySchedule(({ settings }) => {
    const found = settings.text(property);
    if (found === undefined) return notApplicable("the time zone is left to Azure");
    const parsed = parseTimeZone(found);
    if (parsed.ok && sameName(parsed.timeZone.windowsId, found)) return met;
    // Windows keeps ids that the Unicode map no longer has, such as "Kamchatka Standard Time".
    if (!parsed.ok && /^[\w. ()]+ Standard Time$/i.test(found)) {
      return notKnown({
        property,
        because: `is ${show(found)}, which is written as a Windows id, but none that is known`,
      });
    }
    return broken({
      property,
      found: show(found),
      mustBe: `the Windows id of a time zone, such as ${timeZone.examples.slice(0, 3).map(show).join(", ")}`,
      fix: `${property}: ${parsed.ok ? show(parsed.timeZone.windowsId) : "one of the ids that tzutil /l lists on Windows"}`,
      ...(parsed.ok && {
        component: "MaintenanceSchedule",
        componentFix: `${property}: ${show(found)}, which it translates`,
      }),
    });
  }),
  remediate: remediateSchedule(({ settings }) => {
    const found = settings.text(property) ?? "";
    const parsed = parseTimeZone(found);
    if (!parsed.ok || sameName(parsed.timeZone.windowsId, found)) return [];
    return [{ path: property, value: parsed.timeZone.windowsId }];
  }),
};
