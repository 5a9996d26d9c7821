import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcRecurMonthBare as rule } from "../../../policypack/rules/schedules/mc-recur-month-bare";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

describe("mc-recur-month-bare", () => {
  it("is met by a month with its day", () => {
    expectVerdicts(rule, [schedule({ recurEvery: "Month day1" })], { weekly: met });
    expectVerdicts(rule, [schedule({ recurEvery: "2months Second Tuesday" })], { weekly: met });
  });

  for (const recurEvery of ["Month", "2Months", "1month"]) {
    it(`is broken by ${recurEvery}`, () => {
      expectVerdicts(rule, [schedule({ recurEvery })], {
        weekly: broken({
          property: "recurEvery",
          found: `"${recurEvery}"`,
          mustBe: "followed by days of the month, or by a weekday and which of the month",
          fix: `recurEvery: "${recurEvery} day1" or "${recurEvery} Second Tuesday"`,
          component: "MaintenanceSchedule",
          componentFix: 'recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } }',
        }),
      });
    });
  }

  it("is not known while the recurrence is not", () => {
    expectVerdicts(rule, [schedule({ recurEvery: unknown })], { weekly: knownLater("recurEvery") });
  });

  it("does not apply to other recurrences, nor to configurations for hosts", () => {
    for (const recurEvery of ["Week", undefined]) {
      expectVerdicts(rule, [schedule({ recurEvery })], { weekly: notApplicable("the schedule is not monthly") });
    }
    expectHostsLeftAlone(rule, { recurEvery: "Month" });
  });
});
