import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcExpiry as rule } from "../../../policypack/rules/schedules/mc-expiry";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

const tooEarly = (found: string, moment: string) =>
  broken({
    property: "expirationDateTime",
    found: `"${found}"`,
    mustBe: `after ${moment}`,
    fix: "expirationDateTime: a later date and time, or leave it out for a schedule without end",
  });

/** A schedule whose first run is on Saturday, 10 January, wherever in that week it starts. */
const ending = (expirationDateTime: string, change: object = {}) => schedule({ expirationDateTime, ...change });

describe("mc-expiry", () => {
  it("is met by an end after the first run", () => {
    expectVerdicts(rule, [ending("2026-01-10 02:01")], { weekly: met });
    expectVerdicts(rule, [ending("2026-01-10 02:01", { startDateTime: "2026-01-05 02:00" })], { weekly: met });
  });

  it("is broken by an end at the start or before it, whatever is unknown of the recurrence", () => {
    for (const end of ["2026-01-10 02:00", "2025-12-31 00:00"]) {
      expectVerdicts(rule, [ending(end, { recurEvery: unknown })], {
        weekly: tooEarly(end, 'startDateTime, "2026-01-10 02:00"'),
      });
    }
  });

  it("is broken by an end between the start and the first run", () => {
    expectVerdicts(rule, [ending("2026-01-10 02:00", { startDateTime: "2026-01-05 02:00" })], {
      weekly: tooEarly("2026-01-10 02:00", 'the first run, "2026-01-10 02:00"'),
    });
    const monthly = { startDateTime: "2026-01-14 22:00", recurEvery: "Month Second Tuesday" };
    expectVerdicts(rule, [ending("2026-02-01 00:00", monthly)], {
      weekly: tooEarly("2026-02-01 00:00", 'the first run, "2026-02-10 22:00"'),
    });
  });

  it("is met where what else is wrong hides the first run", () => {
    const change = { startDateTime: "2026-01-05 02:00", timeZone: "Nowhere" };
    expectVerdicts(rule, [ending("2026-01-06 02:00", change)], { weekly: met });
  });

  it("is not known while the end, the start or the recurrence is not", () => {
    expectVerdicts(rule, [ending(unknown)], { weekly: knownLater("expirationDateTime") });
    expectVerdicts(rule, [ending("2027-01-01 00:00", { startDateTime: unknown })], {
      weekly: knownLater("startDateTime"),
    });
    expectVerdicts(rule, [ending("2027-01-01 00:00", { recurEvery: unknown })], { weekly: knownLater("recurEvery") });
  });

  it("does not apply to a schedule without end", () => {
    const endless = notApplicable("the schedule does not end");
    expectVerdicts(rule, [schedule()], { weekly: endless });
    expectVerdicts(rule, [ending("9999-12-31 23:59:59")], { weekly: endless });
  });

  it("leaves dates and times that cannot be read to mc-start-format", () => {
    expectVerdicts(rule, [ending("2025-01-10T02:00")], {
      weekly: notApplicable("expirationDateTime is no date and time"),
    });
    expectVerdicts(rule, [ending("2025-01-10 02:00", { startDateTime: "2026-01-10T02:00" })], {
      weekly: notApplicable("startDateTime is no date and time"),
    });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { expirationDateTime: "2025-01-01 00:00" });
  });
});
