import { documentUrl } from "../facts/source";
import type { Exempted, NotKnownReport } from "./analysis";
import { describeExemption } from "./exemptions";
import type { Broken, Rule, Subject } from "./rules/rule";

/** Names in a sentence, the first five of them where there are more; sorted, since the engine's order is never the same. */
export function listed(names: readonly string[]): string {
  const shown = [...names].sort().slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** Where the page of a rule stands in the package and in its repository. */
export function rulePage({ name }: Pick<Rule, "name">): string {
  return `docs/rules/${name}.md`;
}

/** The page on the policies that serve all rules. */
export const policyPackPage = "policypack/README.md";

/**
 * The message of a finding. The CLI prints the rule's title above it and nothing else, so it carries all a reader needs:
 * what is wrong, what that means on Azure, the change that mends it, and where it is documented.
 */
export function brokenMessage(
  rule: Rule,
  subject: Subject,
  { property, found, mustBe, fix, componentFix, component = "UpdateReadyVirtualMachine" }: Broken,
): string {
  return [
    `${subject.name}: ${property} is ${found}, must be ${mustBe}.`,
    `Otherwise: ${rule.why}`,
    `Fix: ${fix}${componentFix === undefined ? "" : `, or with ${component}: ${componentFix}`}`,
    `Page: ${rulePage(rule)} (${rule.source.map(documentUrl).join(", ")})`,
  ].join("\n");
}

/** The message of a finding that strictness makes of what is not known. */
export function strictMessage(rule: Rule, subject: Subject, property: string, because: string): string {
  return [
    `${subject.name}: ${property} ${because}, and this rule is strict.`,
    `Otherwise: ${rule.why}`,
    `Fix: give ${property} a value that is known at preview, or set "strict": false for ${rule.name} in the policy configuration.`,
    `Page: ${rulePage(rule)} (${rule.source.map(documentUrl).join(", ")})`,
  ].join("\n");
}

/** What an exemption keeps back, and until when. */
export function exemptedMessage({ rule, verdict, exemption }: Exempted): string {
  const { subject, property } = verdict;
  const finding =
    verdict.outcome === "broken"
      ? `${property} is ${verdict.found}, must be ${verdict.mustBe}`
      : `${property} ${verdict.because}`;
  return `${subject.name}: ${rule.code} ${rule.name} is exempted ${describeExemption(exemption)}. Found: ${finding}.`;
}

/** What could not be told of resources: each reason once, with the rules that it keeps from a verdict. */
export function notKnownMessage({ subjects, reasons }: NotKnownReport): string {
  const names = listed(subjects.map(({ name }) => name));
  return [...reasons]
    .map(([reason, rules]) => `${names}: ${reason}, so these are not judged yet: ${rules.join(", ")}.`)
    .join("\n");
}

/**
 * Why a rule judges nothing where the inputs of no resource were kept. The first rule says how to mend that, and the others
 * refer to it.
 */
export function noInputsMessage(rule: Rule, first: Rule): string {
  if (first !== rule) return `Nothing is judged: the policy inputs is disabled, as ${first.name} explains.`;
  return [
    "Nothing is judged: the policy inputs is disabled, which keeps the inputs of all resources for the rules.",
    "Otherwise: Outputs alone do not tell what a program sets from what Azure fills in, so answers would be false.",
    'Fix: "inputs": "advisory" in the policy configuration, also beside "all": "disabled".',
    `Page: ${policyPackPage}`,
  ].join("\n");
}
