import { type Policies, PolicyPack } from "@pulumi/policy";
import { notABaseline } from "./baseline";
import type { Selection } from "./configuration";
import { problemsOf } from "./exemptions";
import { policiesOf } from "./pack";
import { rules as allRules } from "./rules";
import { notCheckable } from "./rules/not-checkable";
import type { Rule } from "./rules/rule";

/** What a team makes its own pack of. */
export interface PackOptions extends Selection {
  /** The rules, of this package or of the team's own. Default: every rule of this package. */
  readonly rules?: readonly Rule[];
  /** Policies of the team's own, beside the rules. Default: none. */
  readonly policies?: Policies;
}

/**
 * Makes and serves a policy pack: the one thing that a pack's program does. The version is that of the `package.json` in the
 * pack's own folder.
 *
 * @throws Error that lists every option that is wrong
 *
 * @example
 * ```typescript
 * import { createPack, rules } from "pulumi-azure-update-manager/policypack";
 *
 * createPack("patching", {
 *   rules: rules.filter(({ area }) => area !== "Events"),
 *   levels: { "vm-periodic-assessment": "mandatory" },
 *   baseline: "2026-11",
 * });
 * ```
 */
export function createPack(name = "azure-update-manager", options: PackOptions = {}): PolicyPack {
  const { rules = allRules, policies = [], ...selection } = options;
  const problems = [...takenTwice(rules, policies), ...wrongWith(rules, selection)];
  if (problems.length > 0) throw new Error(`createPack(${JSON.stringify(name)}):\n${problems.join("\n")}`);
  return new PolicyPack(name, { policies: [...policiesOf(rules, selection), ...policies] });
}

/** A name or a code, the argument that gives it, where one does, and whose it is. */
interface Claim {
  readonly argument?: string;
  readonly value: string;
  readonly of: string;
}

/** The names and codes of rules and policies that another one has already. */
function takenTwice(rules: readonly Rule[], policies: Policies): string[] {
  const described = ({ code, name }: Pick<Rule, "code" | "name">) => `${code} ${name}`;
  const kept = notCheckable.map((each) => ({ ...each, of: `${described(each)}, which no rule can check` }));
  const names: readonly Claim[] = [
    ...policiesOf([]).map(({ name }) => ({ value: name, of: `the policy ${name}, which every pack has` })),
    ...kept.map(({ name, of }) => ({ value: name, of })),
    ...rules.map((rule, index) => ({ argument: `rules[${index}]`, value: rule.name, of: described(rule) })),
    ...policies.map(({ name }, index) => ({ argument: `policies[${index}]`, value: name, of: `policy ${name}` })),
  ];
  const codes: readonly Claim[] = [
    ...kept.map(({ code, of }) => ({ value: code, of })),
    ...rules.map((rule, index) => ({ argument: `rules[${index}]`, value: rule.code, of: described(rule) })),
  ];
  return [...refused("name", names), ...refused("code", codes)];
}

/** Letter case makes no difference, since it makes none to exemptions. */
function refused(what: "name" | "code", claims: readonly Claim[]): string[] {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const key = claim.value.toLowerCase();
    const taken = first.get(key);
    if (taken === undefined) first.set(key, claim);
    if (taken === undefined || claim.argument === undefined) return [];
    const by = taken.argument === undefined ? taken.of : `${taken.of} (${taken.argument})`;
    return [
      `${claim.argument}.${what} of ${claim.of} is ${JSON.stringify(claim.value)}, must not be that of ${by}; see RULES.md.`,
    ];
  });
}

function wrongWith(
  rules: readonly Rule[],
  { baseline, levels = {}, settings = {}, exemptions = [] }: Selection,
): string[] {
  const isRule = (name: string) => rules.some((rule) => rule.name === name);
  const unknown = (argument: string, names: readonly string[]) =>
    names
      .filter((name) => !isRule(name))
      .map((name) => `${argument}: ${JSON.stringify(name)} is the name of no rule of the pack; see RULES.md.`);
  return [
    ...(baseline === undefined ? [] : [notABaseline(baseline, rules) ?? []].flat()),
    ...unknown("levels", Object.keys(levels)),
    ...unknown("settings", Object.keys(settings)),
    ...Object.entries(settings).flatMap(([name, values]) =>
      Object.keys(values)
        .filter((setting) => isRule(name) && setting !== "strict" && !hasSetting(rules, name, setting))
        .map((setting) => `settings[${JSON.stringify(name)}]: ${JSON.stringify(setting)} is no setting of that rule.`),
    ),
    ...exemptions.flatMap((exemption, index) =>
      problemsOf(exemption, rules).map((problem) => `exemptions[${index}]: ${problem}`),
    ),
  ];
}

function hasSetting(rules: readonly Rule[], name: string, setting: string): boolean {
  return rules.some((rule) => rule.name === name && setting in (rule.settings ?? {}));
}
