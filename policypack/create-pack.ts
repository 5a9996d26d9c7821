import { type Policies, PolicyPack } from "@pulumi/policy";
import { notABaseline } from "./baseline";
import type { Selection } from "./configuration";
import { problemsOf } from "./exemptions";
import { policiesOf } from "./pack";
import { rules as allRules } from "./rules";
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
  const problems = wrongWith(rules, selection);
  if (problems.length > 0) throw new Error(`createPack(${JSON.stringify(name)}):\n${problems.join("\n")}`);
  return new PolicyPack(name, { policies: [...policiesOf(rules, selection), ...policies] });
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
