import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentUrl, type Source } from "../../facts/source";
import { type NotCheckable, notCheckable } from "../../policypack/rules/not-checkable";
import { notFlagged } from "../../policypack/rules/not-flagged";
import type { Rule } from "../../policypack/rules/rule";

const root = join(__dirname, "..", "..");

/** The files of the rule catalogue below `docs/rules`, by name, each made from the rules themselves. */
export function catalogue(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", index(rules)],
    ...rules.map((rule): [string, string] => [`${rule.name}.md`, page(rule)]),
  ]);
}

function index(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(({ area }) => area))];
  const sections = areas.map((area) => {
    const rows = rules
      .filter((rule) => rule.area === area)
      .map(({ code, name, title, level }) => `| ${code} | [\`${name}\`](${name}.md) | ${level} | ${title} |`);
    return [`## ${area}`, "", "| code | rule | level | holds when met |", "|---|---|---|---|", ...rows].join("\n");
  });
  return `${[
    "# Rules",
    "Every prerequisite of Azure Update Manager that the policy pack judges. A rule has one verdict for each resource it speaks about: met, broken, not known yet, or not applicable. Generated from the rules by `npm run docs`.",
    ...sections,
    "## What a stack does not tell",
    "These prerequisites hold a code, but nothing in a Pulumi stack tells whether they are met.",
    list(notCheckable),
    "## What is not flagged",
    "These say how others are judged, or what must not be asked for. Tests in `tests/policypack/not-flagged` hold the rules to them.",
    list(notFlagged),
  ].join("\n\n")}\n`;
}

function list(entries: readonly NotCheckable[]): string {
  return entries.map(({ code, name, title, because }) => `- ${code} \`${name}\`: ${title} ${because}`).join("\n");
}

function page(rule: Rule): string {
  const { met, broken } = examples(rule);
  const preview = `npm run preview -- examples/rules --config example=${rule.name}`;
  const settings = [
    "- `strict` (boolean, default `false`): Whether what is not known at preview counts as broken.",
    ...Object.entries(rule.settings ?? {}).map(
      ([name, setting]) => `- \`${name}\` (${setting.type}, default \`${setting.default}\`): ${setting.description}`,
    ),
  ];
  return `${[
    `# ${rule.code} ${rule.name}`,
    rule.title,
    `Otherwise: ${rule.why}`,
    `Area: ${rule.area}. Level: ${rule.level}. Since: ${rule.since}.`,
    "## Broken",
    code(broken),
    `\`${preview}/broken\``,
    "## Met",
    code(met),
    `\`${preview}/met\``,
    "The functions used here are those of [`examples/rules/fleet.ts`](../../examples/rules/fleet.ts).",
    "## Settings",
    settings.join("\n"),
    "## Source",
    rule.source.map(link).join("\n"),
  ].join("\n\n")}\n`;
}

function code(text: string): string {
  return ["```typescript", text, "```"].join("\n");
}

function link(source: Source): string {
  const url = documentUrl(source);
  return `- ${url === source.document ? url : `[${source.document}](${url})`}, read on ${source.retrieved}`;
}

/** The two stacks of a rule, as their file declares them, each with what the file declares for both. */
function examples({ name }: Rule): { met: string; broken: string } {
  const text = readFileSync(join(root, "examples", "rules", "stacks", `${name}.ts`), "utf8");
  const body = text.replace(/^import .*?;\n+/gms, "").trim();
  const blocks = body.split(/\n(?=(?:\/\*\*.*\n)?export function )/);
  const shared = blocks.filter((block) => !/^export function /m.test(block));
  const only = (variant: string) =>
    [...shared, ...blocks.filter((block) => new RegExp(`^export function ${variant}\\b`, "m").test(block))]
      .map((block) => block.trim())
      .join("\n\n");
  return { met: only("met"), broken: only("broken") };
}
