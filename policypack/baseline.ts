import type { Rule } from "./rules/rule";

/** The months in which rules appeared, ascending: what a team can hold its selection of rules to. */
export function baselinesOf(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.map(({ since }) => since))].sort();
}

/** What is wrong with a baseline, or `undefined` where nothing is. */
export function notABaseline(baseline: string, rules: readonly Rule[]): string | undefined {
  const known = baselinesOf(rules);
  if (known.includes(baseline)) return undefined;
  return `baseline is ${JSON.stringify(baseline)}, must be one of ${known.map((each) => JSON.stringify(each)).join(", ")}.`;
}

/**
 * Whether a rule belongs to a baseline: whether it was there in that month, so that an upgrade of the pack brings a team no
 * new finding before the team moves its baseline. Without a baseline every rule is in.
 */
export function isInBaseline({ since }: Rule, baseline: string | undefined): boolean {
  return baseline === undefined || since <= baseline;
}
