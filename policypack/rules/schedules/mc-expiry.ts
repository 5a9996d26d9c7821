import { nextRuns } from "../../../calendar";
import { Operation } from "../../../facts/operations";
import { checkExpirationDateTime, checkStartDateTime, expirationDateTime } from "../../../facts/schedules";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { everySchedule } from "../maintenance-schedule";
import { type Answer, broken, met, notApplicable, type Rule, show } from "../rule";

const property = "expirationDateTime";

/** A schedule lasts until it has run. Whether its end has passed already is nothing that a stack tells. */
export const mcExpiry: Rule = {
  code: "AUM079",
  name: "mc-expiry",
  area: "Schedules",
  title: "A schedule ends after its start, and not before its first run.",
  why: "The schedule never installs an update.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: expirationDateTime.source,
  check: everySchedule((configuration) => {
    const { settings } = configuration;
    const end = settings.text(property);
    if (end === undefined || end === expirationDateTime.defaultValue) {
      return notApplicable("the schedule does not end");
    }
    if (checkExpirationDateTime(end) !== undefined) return notApplicable(`${property} is no date and time`);
    const start = settings.text("startDateTime");
    if (start === undefined || checkStartDateTime(start) !== undefined) {
      return notApplicable("startDateTime is no date and time");
    }
    if (checkExpirationDateTime(end, start) !== undefined) return endsAfter(end, `startDateTime, ${show(start)}`);
    const first = firstRun(configuration);
    return first === undefined || end > first ? met : endsAfter(end, `the first run, ${show(first)}`);
  }),
};

function endsAfter(end: string, moment: string): Answer {
  return broken({
    property,
    found: show(end),
    mustBe: `after ${moment}`,
    fix: `${property}: a later date and time, or leave it out for a schedule without end`,
  });
}

/** When the schedule would first run, did it not end; `undefined` where that cannot be told, or is never. */
function firstRun({ schedule }: MaintenanceConfiguration): string | undefined {
  if (schedule === undefined) return undefined;
  const { expiration: _, ...endless } = schedule;
  return nextRuns(endless, new Date(0), 1)[0]?.localStart;
}
