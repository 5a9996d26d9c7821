import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcRecurMin as rule } from "../../../policypack/rules/schedules/mc-recur-min";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

describe("mc-recur-min", () => {
  it("is met from six hours on", () => {
    expectVerdicts(rule, [schedule({ recurEvery: "6Hours" })], { weekly: met });
    expectVerdicts(rule, [schedule({ recurEvery: "12hours" })], { weekly: met });
  });

  for (const recurEvery of ["5Hours", "1Hour", "Hour"]) {
    it(`is broken by ${recurEvery}`, () => {
      expectVerdicts(rule, [schedule({ recurEvery })], {
        weekly: broken({
          property: "recurEvery",
          found: `"${recurEvery}"`,
          mustBe: '"6Hours" or more',
          fix: 'recurEvery: "6Hours"',
          component: "MaintenanceSchedule",
          componentFix: "recurrence: { hourly: { every: 6 } }",
        }),
      });
    });
  }

  it("is not known while the recurrence is not", () => {
    expectVerdicts(rule, [schedule({ recurEvery: unknown })], { weekly: knownLater("recurEvery") });
  });

  it("does not apply to other recurrences, nor to configurations for hosts", () => {
    for (const recurEvery of ["Day", "0Hours", "3Hours Monday", undefined]) {
      expectVerdicts(rule, [schedule({ recurEvery })], {
        weekly: notApplicable("the schedule does not recur by the hour"),
      });
    }
    expectHostsLeftAlone(rule, { recurEvery: "Hour" });
  });
});
