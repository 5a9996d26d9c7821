import assert from "node:assert/strict";
import { type Answer, notApplicable, notKnown, type Rule, type SettingValues } from "../../../policypack/rules/rule";
import { type Declared, qualifiedType, schedule, stackOf, urnOf } from "../fixture";

/** Asserts the whole verdict of a rule on every subject of a stack, by name and in order. */
export function expectVerdicts(
  rule: Rule,
  declared: readonly Declared[],
  expected: Readonly<Record<string, Answer>>,
  settings: SettingValues = {},
): void {
  const typeOf = (name: string) => qualifiedType(declared.find((each) => each.name === name) ?? { type: "" });
  assert.deepEqual(
    rule.check(stackOf(...declared), settings),
    Object.entries(expected).map(([name, answer]) => ({
      ...answer,
      subject: { name, urn: urnOf(typeOf(name), name) },
    })),
  );
}

/** Asserts that a rule says nothing of a maintenance configuration for hosts, whatever of a schedule is wrong with it. */
export function expectHostsLeftAlone(rule: Rule, change: object): void {
  expectVerdicts(rule, [schedule({ maintenanceScope: "Host", ...change })], {
    weekly: notApplicable("the configuration is not a schedule of updates in the guest"),
  });
}

/** The answer while a property is known only after deployment. */
export function knownLater(property: string): Answer {
  return notKnown({ property, because: "is known only after deployment" });
}
