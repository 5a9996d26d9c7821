import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcMidnight as rule } from "../../../policypack/rules/schedules/mc-midnight";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

describe("mc-midnight", () => {
  it("is met right before the gap and from midnight on", () => {
    expectVerdicts(rule, [schedule({ startDateTime: "2026-01-10 23:44" })], { weekly: met });
    expectVerdicts(rule, [schedule({ startDateTime: "2026-01-10 00:00" })], { weekly: met });
  });

  for (const time of ["23:45", "23:57", "23:59"]) {
    it(`is broken by a start at ${time}`, () => {
      expectVerdicts(rule, [schedule({ startDateTime: `2026-01-10 ${time}` })], {
        weekly: broken({
          property: "startDateTime",
          found: `"2026-01-10 ${time}"`,
          mustBe: "before 23:45 or from midnight on",
          fix: 'startDateTime: "2026-01-10 23:30"',
        }),
      });
    });
  }

  it("is not known while the start is not", () => {
    expectVerdicts(rule, [schedule({ startDateTime: unknown })], { weekly: knownLater("startDateTime") });
  });

  it("does not apply to a start that cannot be read, nor to configurations for hosts", () => {
    for (const startDateTime of ["2026-01-10T23:50", undefined]) {
      expectVerdicts(rule, [schedule({ startDateTime })], {
        weekly: notApplicable("startDateTime is no date and time"),
      });
    }
    expectHostsLeftAlone(rule, { startDateTime: "2026-01-10 23:50" });
  });
});
