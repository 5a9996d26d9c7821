import { DateTime } from "luxon";
import { notCheckable } from "./rules/not-checkable";
import type { Rule, Subject } from "./rules/rule";
import { NotKnown } from "./stack/properties";
import type { StackResource } from "./stack/resource";
import { attempt } from "./stack/three-valued";

/** A finding that a team knows of and accepts for a time. */
export interface Exemption {
  /** Code or name of the rule, for example `AUM015` or `vm-periodic-assessment`. */
  readonly rule: string;
  /** Name of the resource in the program, or its URN. */
  readonly resource: string;
  /** Why the finding is accepted. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, as YYYY-MM-DD. */
  readonly expires: string;
}

/** What begins the name of a tag that exempts its own resource; the code or name of the rule follows. */
const exemptionTagPrefix = "update-manager-exemption-";

/** How the value of such a tag is written. */
const exemptionTagValue = "expires=YYYY-MM-DD; owner=WHO; reason=WHY";

const parts = ["expires", "owner", "reason"] as const;

/** An exemption as it was read, with the sentence that says what is wrong with it. */
export type ReadExemption = { readonly exemption: Exemption } | { readonly problem: string };

/** The exemptions in the tags of a resource. A tag whose value is not known yet exempts from nothing. */
export function exemptionsInTags({ settings, urn }: StackResource): readonly ReadExemption[] {
  const tags = attempt(() => settings.object("tags"));
  if (tags instanceof NotKnown) return [];
  return tags.names().flatMap((name): readonly ReadExemption[] => {
    if (!name.toLowerCase().startsWith(exemptionTagPrefix)) return [];
    const value = attempt(() => tags.text(name));
    if (value instanceof NotKnown) return [];
    const read = readTag(value ?? "");
    if (typeof read === "string") return [{ problem: `tag ${JSON.stringify(name)} ${read}` }];
    return [{ exemption: { ...read, rule: name.slice(exemptionTagPrefix.length), resource: urn } }];
  });
}

function readTag(value: string): Pick<Exemption, (typeof parts)[number]> | string {
  const given = new Map<string, string>();
  for (const part of value.split(";")) {
    const [, name = "", text = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    given.set(name.toLowerCase(), text);
  }
  const [expires, owner, reason] = parts.map((part) => given.get(part));
  if (expires !== undefined && owner !== undefined && reason !== undefined && given.size === parts.length) {
    return { expires, owner, reason };
  }
  return `is ${JSON.stringify(value)}, must be ${JSON.stringify(exemptionTagValue)}.`;
}

/**
 * What is wrong with an exemption, a sentence each: a rule that is none, a date that is none, words that are missing. It may
 * come from JSON, and lack any part.
 */
export function problemsOf(exemption: Exemption, rules: readonly Rule[]): string[] {
  const given: Readonly<Partial<Record<keyof Exemption, unknown>>> = exemption ?? {};
  const { rule, expires } = given;
  const problems: string[] = [];
  if (typeof rule !== "string" || !rules.some((each) => isOf(rule, each))) problems.push(notOfARule(rule));
  for (const name of ["resource", "reason", "owner"] as const) {
    const text = given[name];
    if (typeof text !== "string") problems.push(`${name} is ${shown(text)}, must be a text that says it.`);
    else if (text.trim() === "") problems.push(`${name} is empty, must say it.`);
  }
  if (typeof expires !== "string" || !DateTime.fromFormat(expires, "yyyy-MM-dd", { zone: "utc" }).isValid) {
    problems.push(`expires is ${shown(expires)}, must be a day as YYYY-MM-DD, such as "2027-03-31".`);
  }
  return problems;
}

function notOfARule(rule: unknown): string {
  const known = typeof rule === "string" ? notCheckable.find((each) => isOf(rule, each)) : undefined;
  if (known === undefined) {
    return `rule is ${shown(rule)}, must be the code or name of a rule, such as "AUM015"; see RULES.md.`;
  }
  const { code, name } = known;
  return `rule is ${shown(rule)}, must be that of a rule: ${code} ${name} is not checkable, so there is nothing to exempt; see RULES.md.`;
}

function shown(value: unknown): string {
  return value === undefined || value === null ? "not set" : JSON.stringify(value);
}

/** Whether an exemption's last day is before a day, both as YYYY-MM-DD. */
export function isExpired({ expires }: Exemption, today: string): boolean {
  return expires < today;
}

/** Whether an exemption speaks of a rule and a resource. */
export function exempts({ rule, resource }: Exemption, of: Rule, { name, urn }: Subject): boolean {
  return isOf(rule, of) && (resource === urn || resource === name);
}

/** An exemption in one line. */
export function describeExemption({ reason, owner, expires }: Exemption): string {
  return `until ${expires}, ${owner} answers for it: ${reason}`;
}

function isOf(codeOrName: string, { code, name }: Pick<Rule, "code" | "name">): boolean {
  return [code, name].some((each) => each.toLowerCase() === codeOrName.toLowerCase());
}
