import { broken, met } from "../../../policypack/rules/rule";
import { mcStartFormat as rule } from "../../../policypack/rules/schedules/mc-start-format";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const wrong = (property: string, found: string, right = "YYYY-MM-DD hh:mm") =>
  broken({
    property,
    found: `"${found}"`,
    mustBe: 'a date and time of the calendar as YYYY-MM-DD hh:mm, without "T", seconds and offset',
    fix: `${property}: "${right}"${hasOffset(found) ? ", the same moment on the clock of timeZone" : ""}`,
  });

/** What has an offset is a moment, which another clock shows at another time. */
const hasOffset = (text: string) => /Z$|[+]01:00$/.test(text);

describe("mc-start-format", () => {
  it("is met by dates and times as Azure writes them, and by the end that it returns where none was given", () => {
    expectVerdicts(rule, [schedule({ expirationDateTime: "2028-02-29 23:59" })], { weekly: met });
    expectVerdicts(rule, [schedule({ expirationDateTime: "9999-12-31 23:59:59" })], { weekly: met });
    expectVerdicts(rule, [schedule({ startDateTime: undefined })], { weekly: met });
  });

  for (const startDateTime of [
    "2026-01-10T02:00",
    "2026-01-10T02:00:00Z",
    "2026-01-10 02:00:00",
    "2026-01-10T02:00+01:00",
  ]) {
    it(`is broken by ${startDateTime}`, () => {
      expectVerdicts(rule, [schedule({ startDateTime })], {
        weekly: wrong("startDateTime", startDateTime, hasOffset(startDateTime) ? undefined : "2026-01-10 02:00"),
      });
    });
  }

  for (const startDateTime of ["2026-02-30 02:00", "10.01.2026 02:00", "2026-01-10 24:00", "2026-01-10"]) {
    it(`is broken by ${startDateTime}`, () => {
      expectVerdicts(rule, [schedule({ startDateTime })], { weekly: wrong("startDateTime", startDateTime) });
    });
  }

  it("is broken by an end that Azure does not read, known start or not", () => {
    const expirationDateTime = "2027-01-10T02:00:00";
    expectVerdicts(rule, [schedule({ expirationDateTime, startDateTime: unknown })], {
      weekly: wrong("expirationDateTime", expirationDateTime, "2027-01-10 02:00"),
    });
  });

  it("is not known while the start is not", () => {
    expectVerdicts(rule, [schedule({ startDateTime: unknown })], { weekly: knownLater("startDateTime") });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { startDateTime: "2026-01-10T02:00" });
  });
});

describe("mc-start-format as a remediation", () => {
  it("rewrites dates and times of ISO 8601 on the same clock", () => {
    expectChanges(
      rule,
      schedule({ startDateTime: "2026-01-10T02:00:00", expirationDateTime: "2027-01-10T02:00" }),
      { path: "startDateTime", value: "2026-01-10 02:00" },
      { path: "expirationDateTime", value: "2027-01-10 02:00" },
    );
    expectChanges(rule, schedule({ startDateTime: "2026-01-10 02:00:00" }), {
      path: "startDateTime",
      value: "2026-01-10 02:00",
    });
  });

  it("leaves alone what has an offset, and what is no date and time", () => {
    for (const startDateTime of ["2026-01-10T02:00:00Z", "2026-01-10T02:00+01:00", "2026-01-10T02:00-0500", "soon"]) {
      expectChanges(rule, schedule({ startDateTime }));
    }
    expectChanges(rule, schedule({ startDateTime: "2026-02-30T02:00" }));
  });

  it("leaves alone what is right, and other configurations and resources", () => {
    expectChanges(rule, schedule());
    expectChanges(rule, schedule({ maintenanceScope: "Host", startDateTime: "2026-01-10T02:00" }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, schedule({ startDateTime: unknown }), "startDateTime");
  });
});
