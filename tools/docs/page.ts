import { Operation } from "../../facts/operations";
import { documentUrl, type Source } from "../../facts/source";
import type { Broken, Change, Rule } from "../../policypack/rules/rule";
import { code, fixInCode, prose } from "./code";
import type { ExampleFinding } from "./findings";
import { type StackText, type StackTexts, stackTexts } from "./stacks";

const operationNames: Readonly<Record<Operation, string>> = {
  [Operation.AssessOnDemand]: "assessments on demand",
  [Operation.InstallOnDemand]: "installations on demand",
  [Operation.PeriodicAssessment]: "periodic assessment",
  [Operation.Schedule]: "scheduled patching",
  [Operation.AutomaticGuestPatching]: "automatic VM guest patching",
  [Operation.Hotpatch]: "hotpatching",
};

/** The page of a rule. */
export function page(rule: Rule, { broken, changes }: ExampleFinding): string {
  const stacks = stackTexts(rule.name);
  return `${[
    `# ${rule.code} ${rule.name}`,
    prose(rule.title),
    `Otherwise: ${prose(rule.why)}`,
    `Area: ${rule.area}. Level: ${rule.level}. Since: ${rule.since}.`,
    ...blocked(rule),
    "## Fix",
    `In the stack of this page that breaks the rule, \`${broken.property}\` is ${prose(broken.found)}. It must be ${prose(broken.mustBe)}.`,
    ...fixes(broken),
    "## Broken",
    ...example(rule, "broken", stacks.broken),
    "## Met",
    ...example(rule, "met", stacks.met),
    ...(stacks.component === undefined
      ? []
      : [`## With ${inWords(stacks.component.components)}`, ...example(rule, "component", stacks.component)]),
    "## Settings",
    settings(rule),
    "## Remediation",
    remediation(rule, changes),
    "## Source",
    rule.source.map(link).join("\n"),
  ].join("\n\n")}\n`;
}

function blocked({ blocks = [] }: Rule): readonly string[] {
  if (blocks.length === 0) return [];
  return [`What does not work otherwise: ${blocks.map((operation) => operationNames[operation]).join(", ")}.`];
}

function example({ name }: Rule, variant: keyof StackTexts, { text, shared }: StackText): readonly string[] {
  const files = shared.map((file) => `[\`examples/rules/${file}\`](../../examples/rules/${file})`);
  return [
    code(text),
    `\`npm run preview -- examples/rules --config example=${name}/${variant}\``,
    ...(files.length === 0 ? [] : [`What it shares with other stacks is in ${files.join(" and ")}.`]),
  ];
}

/** Names of components, as a heading has them. */
function inWords(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse().map((name) => `\`${name}\``);
  return others.length === 0 ? `${last}` : `${others.reverse().join(", ")} and ${last}`;
}

function fixes({ fix, componentFix, component = "UpdateReadyVirtualMachine" }: Broken): readonly string[] {
  return [
    ...change("azure-native", fix),
    ...(componentFix === undefined ? [] : change(`\`${component}\``, componentFix)),
  ];
}

/** A fix in words, and as code where it has some. */
function change(by: string, fix: string): readonly string[] {
  const found = fixInCode(fix);
  if (found === undefined) return [`With ${by}: ${prose(fix)}`];
  const { inline, block, words } = found;
  if (block === undefined) return [`With ${by}: \`${inline}\`${prose(words)}`];
  return [words === "" ? `With ${by}:` : `With ${by}: \`${inline}\`${prose(words)}`, code(block)];
}

function settings(rule: Rule): string {
  const levels = ["advisory", "mandatory", ...(rule.remediate === undefined ? [] : ["remediate"]), "disabled"];
  return [
    `- \`enforcementLevel\` (${levels.map((level) => `\`${level}\``).join(", ")}, default \`${rule.level}\`): What a finding does.`,
    "- `strict` (boolean, default `false`): Whether what is not known at preview counts as broken.",
    ...Object.entries(rule.settings ?? {}).map(
      ([name, setting]) =>
        `- \`${name}\` (${setting.type}, default \`${setting.default}\`): ${prose(setting.description)}`,
    ),
    "",
    "Baselines and exemptions are settings of the whole pack: see [its README](../../policypack/README.md).",
  ].join("\n");
}

function remediation({ remediate, notRemediable }: Rule, changes: readonly Change[]): string {
  if (remediate === undefined)
    return `None. ${prose(notRemediable ?? "What is right here is for the owner of the resource to say.")}`;
  if (changes.length === 0)
    return "At the level `remediate`, the engine makes the change before it registers the resource.";
  const made = changes.map(({ path, value }) =>
    value === undefined ? `- \`${path}\` is left out` : `- \`${path}\` becomes \`${JSON.stringify(value)}\``,
  );
  return [
    "At the level `remediate`, the engine changes the resource of the broken stack as it registers it:",
    "",
    ...made,
  ].join("\n");
}

function link(source: Source): string {
  const url = documentUrl(source);
  return `- ${url === source.document ? url : `[${source.document}](${url})`}, read on ${source.retrieved}`;
}
