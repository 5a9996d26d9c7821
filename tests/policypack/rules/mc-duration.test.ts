import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcDuration as rule } from "../../../policypack/rules/schedules/mc-duration";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

describe("mc-duration", () => {
  it("is met by the shortest and the longest window", () => {
    expectVerdicts(rule, [schedule({ duration: "01:30" })], { weekly: met });
    expectVerdicts(rule, [schedule({ duration: "03:55" })], { weekly: met });
  });

  for (const [duration, nearest] of [
    ["01:29", "01:30"],
    ["03:56", "03:55"],
    ["05:00", "03:55"],
    ["3 hours", "03:55"],
    ["PT3H", "03:55"],
    ["3:00", "03:55"],
  ]) {
    it(`is broken by ${duration}`, () => {
      expectVerdicts(rule, [schedule({ duration })], {
        weekly: broken({
          property: "duration",
          found: `"${duration}"`,
          mustBe: 'from "01:30" to "03:55", as HH:mm',
          fix: `duration: "${nearest}"`,
        }),
      });
    });
  }

  it("is not known while the duration is not", () => {
    expectVerdicts(rule, [schedule({ duration: unknown })], { weekly: knownLater("duration") });
  });

  it("does not apply without a duration, nor to configurations for hosts", () => {
    expectVerdicts(rule, [schedule({ duration: undefined })], {
      weekly: notApplicable("the duration is left to Azure"),
    });
    expectHostsLeftAlone(rule, { duration: "05:00" });
  });
});
