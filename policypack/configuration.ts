import type { EnforcementLevel, PolicyConfigSchema } from "@pulumi/policy";
import { baselinesOf } from "./baseline";
import type { Exemption } from "./exemptions";
import type { Rule, SettingValues } from "./rules/rule";

/**
 * What a team chooses of a pack in code. The policy configuration can say all of it too: its baseline, levels and settings
 * win, its exemptions are added.
 */
export interface Selection {
  /** The month whose rules are in force, as YYYY-MM. Default: every rule is. */
  readonly baseline?: string;
  /** Levels of rules, by name. Default: each rule's own. */
  readonly levels?: Readonly<Record<string, EnforcementLevel>>;
  /** Settings of rules, by name, `strict` among them. Default: each rule's own. */
  readonly settings?: Readonly<Record<string, SettingValues>>;
  /** Findings that are accepted for a time. Default: none. */
  readonly exemptions?: readonly Exemption[];
}

/** The settings of a rule where the policy configuration says nothing: those of the selection, else the rule's own. */
function defaultsOf({ name, settings = {} }: Rule, selection: Selection): SettingValues {
  const own = Object.entries(settings).map(([setting, schema]) => [setting, schema.default]);
  return { strict: false, ...Object.fromEntries(own), ...selection.settings?.[name] };
}

/**
 * The schema of a rule's settings. Its defaults are those of the selection: the engine fills them in as soon as the policy
 * configuration speaks of the policy at all.
 */
export function ruleSchema(rule: Rule, selection: Selection): PolicyConfigSchema {
  const defaults = defaultsOf(rule, selection);
  const strict = { type: "boolean", description: "Whether what is not known at preview counts as broken." } as const;
  const settings = Object.entries({ strict, ...rule.settings });
  return {
    properties: Object.fromEntries(settings.map(([name, schema]) => [name, { ...schema, default: defaults[name] }])),
  };
}

/**
 * What a policy's configuration has that its schema does not, in one sentence; `undefined` where there is nothing such. The
 * engine takes it without a word: `@pulumi/policy` sends it the properties and required ones of a schema alone, and so no
 * `additionalProperties: false`.
 */
export function notASetting(
  policy: string,
  schema: PolicyConfigSchema | undefined,
  configured: object,
  page: string,
): string | undefined {
  const known = Object.keys(schema?.properties ?? {});
  const wrong = Object.keys(configured)
    .filter((name) => !known.includes(name))
    .sort();
  if (wrong.length === 0) return undefined;
  const quoted = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(", ");
  const allowed = quoted(["enforcementLevel", ...known]);
  return `the configuration of ${policy} has ${quoted(wrong)}, must have nothing but ${allowed}; see ${page}.`;
}

/** The settings in force. */
export function settingsOf(rule: Rule, selection: Selection, configured: SettingValues): SettingValues {
  return { ...defaultsOf(rule, selection), ...configured };
}

/** The schema of what the policy configuration says of exemptions. */
export const exemptionsSchema: PolicyConfigSchema = {
  properties: {
    exemptions: {
      type: "array",
      description: "Findings that are accepted for a time, each with all five of its properties.",
      items: {
        type: "object",
        required: ["rule", "resource", "reason", "owner", "expires"],
        additionalProperties: false,
        properties: {
          rule: { type: "string", description: "Code or name of the rule." },
          resource: { type: "string", description: "Name of the resource in the program, or its URN." },
          reason: { type: "string", description: "Why the finding is accepted." },
          owner: { type: "string", description: "Who answers for it." },
          expires: { type: "string", description: "The last day on which it holds, as YYYY-MM-DD." },
        },
      },
    },
  },
};

/** The schema of what the policy configuration says of the baseline. */
export function baselineSchema(rules: readonly Rule[]): PolicyConfigSchema {
  const description = `The month whose rules are in force, one of ${baselinesOf(rules).join(", ")}. Default: every rule is.`;
  return { properties: { baseline: { type: "string", description } } };
}
