import assert from "node:assert/strict";
import type { Answer, Rule, SettingValues } from "../../../policypack/rules/rule";
import { type Declared, stackOf, urnOf } from "../fixture";

/** Asserts the whole verdict of a rule on every subject of a stack, by name and in order. */
export function expectVerdicts(
  rule: Rule,
  declared: readonly Declared[],
  expected: Readonly<Record<string, Answer>>,
  settings: SettingValues = {},
): void {
  const typeOf = (name: string) => declared.find((each) => each.name === name)?.type ?? "";
  assert.deepEqual(
    rule.check(stackOf(...declared), settings),
    Object.entries(expected).map(([name, answer]) => ({
      ...answer,
      subject: { name, urn: urnOf(typeOf(name), name) },
    })),
  );
}
