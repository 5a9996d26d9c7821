import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcRecurGrammar as rule } from "../../../policypack/rules/schedules/mc-recur-grammar";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

describe("mc-recur-grammar", () => {
  for (const recurEvery of [
    "Day",
    "3Days",
    "20days",
    "Week",
    "2Weeks Saturday, Sunday",
    "Month day1,day15",
    "Month Last Sunday Offset-3",
    "6Hours",
  ]) {
    it(`is met by ${recurEvery}`, () => {
      expectVerdicts(rule, [schedule({ recurEvery })], { weekly: met });
    });
  }

  it("leaves a missing day of the month and too few hours to the rules of their own", () => {
    expectVerdicts(rule, [schedule({ recurEvery: "2Months" })], { weekly: met });
    expectVerdicts(rule, [schedule({ recurEvery: "Hour" })], { weekly: met });
  });

  for (const [recurEvery, fix] of [
    [
      "weekly",
      '"weekly" is not a recurrence: write "3Days", "2Weeks Saturday,Sunday", "Month day1,day15" or "Month Second Tuesday Offset4", with the number joined to its unit',
    ],
    [
      "Week Sat",
      '"Week Sat" names "Sat", which is no weekday: write Monday to Sunday in full, with a comma between them',
    ],
    ["Month Second Tuesday Offset7", '"Month Second Tuesday Offset7" has an offset of 7 days: it is from -6 to 6'],
    ["0Hours", '"0Hours" recurs every 0 units: the frequency is 1 or more'],
  ] as const) {
    it(`is broken by ${recurEvery}`, () => {
      expectVerdicts(rule, [schedule({ recurEvery })], {
        weekly: broken({
          property: "recurEvery",
          found: `"${recurEvery}"`,
          mustBe:
            "of the form [N]Day[s], [N]Week[s] [Weekday[,Weekday...]], [N]Month[s] dayD[,dayD...] or [N]Month[s] (First|Second|Third|Fourth|Last) Weekday [Offset<n>]",
          fix,
          component: "MaintenanceSchedule",
          componentFix: "recurrence, which has a type for each form",
        }),
      });
    });
  }

  it("is not known while the recurrence is not", () => {
    expectVerdicts(rule, [schedule({ recurEvery: unknown })], { weekly: knownLater("recurEvery") });
  });

  it("does not apply without a recurrence, nor to configurations for hosts", () => {
    expectVerdicts(rule, [schedule({ recurEvery: undefined })], { weekly: notApplicable("recurEvery is not given") });
    expectHostsLeftAlone(rule, { recurEvery: "weekly" });
  });
});
