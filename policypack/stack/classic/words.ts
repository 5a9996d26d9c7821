import type { Answer, Broken, Change } from "../../rules/rule";
import type { StackResource } from "../resource";
import { isSetByOther } from "./associations";
import { classicPath, counterpartOf } from "./counterpart";
import { type Leaf, valueAt } from "./field";
import { classicType } from "./mapping";
import { mappingOf } from "./mappings";
import { classicText, nameElsewhere } from "./text";

export { classicPath } from "./counterpart";

/** The change to a classic resource that does the same as a change to one of azure-native; `undefined` where there is none. */
export function classicChange(type: string, change: Change, properties: object = {}): Change | undefined {
  const counterpart = counterpartOf(type, change.path);
  if (counterpart === undefined || !counterpart.leaf.isExact || !counterpart.isWhole) return undefined;
  const { leaf } = counterpart;
  const value = typeof change.value === "string" ? (leaf.values?.[change.value] ?? change.value) : change.value;
  const older = leaf.older?.find((name) => isGiven(properties, name) && !isGiven(properties, leaf.classic));
  return { path: older ?? counterpart.path, value };
}

function isGiven(properties: object, path: string): boolean {
  try {
    return valueAt(properties, path) !== undefined;
  } catch {
    return true;
  }
}

/**
 * The changes to a resource of whichever provider that do the same as changes to one of azure-native; `undefined` where one
 * of them cannot be made.
 */
export function ownChanges(
  type: string,
  changes: readonly Change[],
  properties: object,
): readonly Change[] | undefined {
  if (mappingOf(type) === undefined) return changes;
  const own = changes.map((change) => classicChange(type, change, properties)).filter((each) => each !== undefined);
  return own.length === changes.length ? own : undefined;
}

/** An answer about a classic resource in the words of the classic provider; others stay as they are. */
export function inClassicWords(
  type: string | undefined,
  name: string,
  answer: Answer,
  names: ReadonlySet<string> = new Set(),
): Answer {
  if (type === undefined) return answer;
  if (answer.outcome === "broken") return brokenInClassicWords(type, answer, names);
  if (answer.outcome !== "notKnown") return answer;
  // What is not known of another resource is called as that one calls it.
  if (answer.because.startsWith("of ") && !answer.because.startsWith(`of ${name} `)) return answer;
  return { ...answer, property: nameOf(type, answer.property), because: classicText(type, answer.because, names) };
}

/**
 * A verdict on what is not known of another resource, which it names, in the words of the provider of that one. Where
 * several have the name, all must be classic ones and agree.
 */
export function inWordsOfOthers<Of extends Answer>(verdict: Of, resources: readonly StackResource[]): Of {
  if (verdict.outcome !== "notKnown") return verdict;
  const [, name] = /^of (\S+) /.exec(verdict.because) ?? [];
  const namesakes = name === undefined ? [] : resources.filter((each) => each.name === name);
  const types = namesakes.flatMap(({ classicType: type }) => type ?? []);
  if (types.length < namesakes.length) return verdict;
  const [path, another] = new Set(types.flatMap((type) => classicPath(type, verdict.property) ?? []));
  return path === undefined || another !== undefined ? verdict : { ...verdict, property: path };
}

function brokenInClassicWords(type: string, answer: Broken, names: ReadonlySet<string>): Answer {
  if (isForeign(type, answer.property)) {
    return { ...answer, fix: `${answer.fix}, which azure-native can set and azure.${className(type)} cannot` };
  }
  const having = typeThatHas(type, answer.property);
  const values = counterpartOf(having, answer.property)?.leaf.values ?? {};
  const translate = (text: string) => respell(classicText(having, text, names), values);
  const fix = translate(answer.fix);
  return {
    ...answer,
    property: classicPath(having, answer.property) ?? nameElsewhere(answer.property) ?? answer.property,
    found: translate(answer.found),
    mustBe: translate(answer.mustBe),
    fix: having === type ? fix : `${fix}, which azure.${className(having)} can set and azure.${className(type)} cannot`,
  };
}

/** Whether a type has nothing at all of a block that azure-native has, and no type came after it. */
function isForeign(type: string, path: string): boolean {
  const mapping = mappingOf(type);
  const [top = "", ...below] = path.split(/\[|\./);
  if (mapping === undefined || mapping.successors !== undefined || below.length === 0) return false;
  return !(top in mapping.fields) && !isSetByOther(mapping.type, top);
}

/** The type itself, or the one that came after it, where only that one has a property. */
function typeThatHas(type: string, path: string): string {
  if (classicPath(type, path) !== undefined) return type;
  return (mappingOf(type)?.successors ?? []).find((each) => classicPath(each, path) !== undefined) ?? type;
}

function className(type: string): string {
  return (classicType(type) ?? type).replace(":", ".");
}

/** The name of a property in messages on a classic resource. */
export function nameOf(type: string, path: string): string {
  return classicPath(type, path) ?? path;
}

function respell(text: string, values: NonNullable<Leaf["values"]>): string {
  return Object.entries(values).reduce(
    (result, [native, classic]) => result.replaceAll(JSON.stringify(native), JSON.stringify(classic)),
    text,
  );
}
