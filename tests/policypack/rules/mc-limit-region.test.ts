import assert from "node:assert/strict";
import { type Answer, broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { mcLimitRegion as rule } from "../../../policypack/rules/schedules/mc-limit-region";
import { type Declared, schedule, stackOf, unknown } from "../fixture";
import { knownLater } from "./expect";

/** Schedules in westeurope, by the names s0, s1 and so on. */
function schedules(count: number): readonly Declared[] {
  return Array.from({ length: count }, (_, index) => schedule({}, `s${index}`));
}

/** Asserts the verdicts of those resources that have an answer here. */
function expectAnswers(declared: readonly Declared[], expected: Readonly<Record<string, Answer>>): void {
  const answers = rule.check(stackOf(...declared), {}).map(({ subject, ...answer }) => [subject.name, answer] as const);
  assert.deepEqual(Object.fromEntries(answers.filter(([name]) => name in expected)), expected);
}

const tooMany = (count: number) =>
  broken({
    property: "location",
    found: `"westeurope", as that of ${count} schedules is`,
    mustBe: "that of at most 250 schedules",
    fix: "location: another region for some of them, which need not be that of the machines; or fewer schedules, each for more machines",
  });
const flaggedAt = (name: string) => notApplicable(`the schedules of the region are flagged once, at ${name}`);

describe("mc-limit-region", () => {
  it("is met by 250 schedules in a region, and by more in others", () => {
    expectAnswers([...schedules(250), schedule({ location: "northeurope" })], { s0: met, s249: met, weekly: met });
  });

  it("is broken once for more of them, however the region is written and whatever the order", () => {
    const one = schedule({ location: "West Europe" }, "a");
    expectAnswers([...schedules(250), one], { a: tooMany(251), s0: flaggedAt("a"), s249: flaggedAt("a") });
    expectAnswers([one, ...schedules(251)], { a: tooMany(252), s250: flaggedAt("a") });
  });

  it("takes the region of the stack's resource group where none is given, or looked up", () => {
    const group: Declared = {
      name: "group",
      type: "azure-native:resources:ResourceGroup",
      inputs: { resourceGroupName: "fleet", location: "westeurope" },
    };
    for (const location of [undefined, unknown]) {
      const inGroup = { ...schedule({ location }, "a"), from: { resourceGroupName: ["group"] } };
      expectAnswers([...schedules(250), group, inGroup], { a: tooMany(251) });
    }
    const other: Declared = { ...group, name: "other" };
    const from = { resourceGroupName: ["group"], location: ["other"] };
    const elsewhere = { ...schedule({ location: unknown }, "a"), from };
    expectAnswers([...schedules(250), group, other, elsewhere], { a: knownLater("location") });
  });

  it("is not known while a region that decides is not", () => {
    const because = "of weekly is known only after deployment";
    expectAnswers([...schedules(250), schedule({ location: unknown })], {
      s0: notKnown({ property: "location", because }),
      weekly: knownLater("location"),
    });
    expectAnswers([...schedules(250), schedule({ location: undefined })], {
      s0: met,
      weekly: notKnown({ property: "location", because: "is left to Azure" }),
    });
    expectAnswers([...schedules(251), schedule({ location: unknown })], { s0: tooMany(251), s1: flaggedAt("s0") });
  });

  it("is met with few schedules, whatever their regions", () => {
    expectAnswers([schedule({ location: unknown })], { weekly: met });
  });

  it("does not apply to configurations for hosts, and does not count them", () => {
    const host = schedule({ maintenanceScope: "Host" }, "host");
    const because = "the configuration is not a schedule of updates in the guest";
    expectAnswers([host, ...schedules(250)], { host: notApplicable(because), s0: met });
  });
});
