import { type NotCheckable, notCheckable } from "../../policypack/rules/not-checkable";
import { notFlagged } from "../../policypack/rules/not-flagged";
import type { Rule } from "../../policypack/rules/rule";
import { prose } from "./code";
import { exampleFindings } from "./findings";
import { page } from "./page";

/** The folder of the rules' pages. */
export const pagesFolder = "docs/rules";

/** The files of the rule catalogue, by their paths in the repository, each made from the rules themselves. */
export async function catalogue(rules: readonly Rule[]): Promise<ReadonlyMap<string, string>> {
  const findings = await exampleFindings(rules);
  return new Map([
    ["RULES.md", index(rules)],
    [`${pagesFolder}/README.md`, pointer],
    ...rules.flatMap((rule): [string, string][] => {
      const finding = findings.get(rule.name);
      return finding === undefined ? [] : [[`${pagesFolder}/${rule.name}.md`, page(rule, finding)]];
    }),
  ]);
}

const pointer = `# Pages of the rules

One page a rule: [RULES.md](../../RULES.md) lists them all. Generated from the rules by \`npm run docs\`.
`;

function index(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(({ area }) => area))];
  const sections = areas.map((area) => {
    const rows = rules
      .filter((rule) => rule.area === area)
      .map(
        ({ code, name, title, level }) =>
          `| ${code} | [\`${name}\`](${pagesFolder}/${name}.md) | ${level} | ${cell(title)} |`,
      );
    return [`## ${area}`, "", "| code | rule | level | holds when met |", "|---|---|---|---|", ...rows].join("\n");
  });
  return `${[
    "# Rules",
    `Every prerequisite of Azure Update Manager that the policy pack judges: ${rules.length} rules. A rule has one verdict for each resource it speaks about: met, broken, not known yet, or not applicable. Each has a page with its reason, its fix, and stacks that break and meet it. Generated from the rules by \`npm run docs\`.`,
    ...sections,
    "## What a stack does not tell",
    "These prerequisites hold a code, but nothing in a Pulumi stack tells whether they are met.",
    list(notCheckable),
    "## What is not flagged",
    "These say how others are judged, or what must not be asked for. Tests in `tests/policypack/not-flagged` hold the rules to them.",
    list(notFlagged),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

function cell(text: string): string {
  return prose(text).replaceAll("|", "\\|");
}

function list(entries: readonly NotCheckable[]): string {
  return entries
    .map(({ code, name, title, because }) => `- ${code} \`${name}\`: ${prose(title)} ${prose(because)}`)
    .join("\n");
}
