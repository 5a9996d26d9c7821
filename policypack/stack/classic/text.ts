import { allLeaves, classicPath, counterpartOf, leavesFor } from "./counterpart";
import type { Leaf } from "./field";
import { firewallRule } from "./firewall-text";
import { splitProperties, type Written } from "./written";

/**
 * A text of a rule with the names of the classic provider: of properties, wherever they stand as code, of blocks that are
 * written out, and of the resources to add.
 *
 * @param names Names of the stack's resources: where one reads like a property, it is left as it is.
 */
export function classicText(type: string, text: string, names: ReadonlySet<string> = new Set()): string {
  return rewritten(type, text.replaceAll(attachment, attached), names);
}

const attachment = /\bset (natGateway|networkSecurityGroup|routeTable): \{ id: ([\w.]+) \} on subnet ([\w.-]+)/g;

/** What azure-native sets on a subnet is a resource of its own in the classic provider. */
function attached(_: string, property: string, id: string, subnet: string): string {
  const resource = `Subnet${property.charAt(0).toUpperCase()}${property.slice(1)}Association`;
  return `add new azure.network.${resource}("...", { subnetId: <the id of ${subnet}>, ${property}Id: ${id} })`;
}

/** Where code begins: a block, a resource to add, or an object that no property has, which is of another resource. */
const beginning = /(?<![\w."])([a-zA-Z][\w.]*): \{ |\bnew ([a-z]+\.\w+)\(|: \{ /;

function rewritten(type: string, text: string, names: ReadonlySet<string>): string {
  const found = beginning.exec(text);
  const end = found === null ? undefined : endOf(text, found.index + found[0].trimEnd().length);
  if (found === null || end === undefined) return inWords(type, text, names);
  const inner = text.slice(found.index + found[0].length, end - 1).trim();
  const [, block, resource] = found;
  const written =
    resource === undefined
      ? ((block && flatten(type, block, inner)) ?? `${block ?? ""}: ${ofAnother(inner)}`)
      : newResource(resource, inner);
  return `${inWords(type, text.slice(0, found.index), names)}${written}${rewritten(type, text.slice(end), names)}`;
}

/** What another resource is to have: its properties are none of the type's, and only those of firewalls are called otherwise. */
function ofAnother(inner: string): string {
  return firewallRule(inner) ?? `{ ${inner} }`;
}

const name = /(?<![\w.<$-])"?[a-zA-Z]\w*(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)*(?![\w(-])/g;

/** A word is the name of a property where it is written as only code is, or where a value follows it; in quotes, a path is. */
function inWords(type: string, text: string, names: ReadonlySet<string>): string {
  return text.replaceAll(name, (word, at: number) => {
    if (word.startsWith('"')) {
      const path = word.includes(".") ? classicPath(type, word.slice(1)) : undefined;
      return path === undefined ? word : `"${path}`;
    }
    const hasValue = text.startsWith(": ", at + word.length);
    const isCode = /[a-z][A-Z]|[.[]/.test(word) && !names.has(word);
    if (!isCode && !hasValue) return word;
    return translated(type, word) ?? nameElsewhere(word) ?? word;
  });
}

/** A path, or the end of one, such as `patchMode`, where all that end so have one counterpart. */
function translated(type: string, word: string): string | undefined {
  return classicPath(type, word) ?? onlyOne(leavesFor(type), word);
}

/** The name of a property of another type, where all that have it call it alike. A plain word is none. */
export function nameElsewhere(path: string): string | undefined {
  return /[a-z][A-Z]|[.[]/.test(path) ? onlyOne(allLeaves(), path) : undefined;
}

function onlyOne(leaves: readonly Leaf[], word: string): string | undefined {
  const found = new Set(
    leaves.filter(({ path }) => path === word || path.endsWith(`.${word}`)).map(({ classic }) => classic),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** The properties that a block is written as instead; `undefined` where one of them has no counterpart. */
function flatten(type: string, path: string, inner: string): string | undefined {
  const whole = classicPath(type, path);
  if (whole !== undefined) return `${whole}: { ${inner} }`;
  const parts = splitProperties(inner).map(({ property, value }) => {
    if (property === undefined || value === undefined) return undefined;
    const below = `${path}.${property}`;
    if (value.startsWith("{ ")) return flatten(type, below, value.slice(2, -1).trim());
    const classic = classicPath(type, below);
    return classic === undefined ? undefined : `${classic}: ${value}`;
  });
  return parts.includes(undefined) ? undefined : parts.join(", ");
}

/** The resources of the classic provider for those that rules ask to add. */
const resources: Readonly<Record<string, readonly [module: string, name: string]>> = {
  "maintenance.ConfigurationAssignment": ["maintenance", "AssignmentVirtualMachine"],
  "maintenance.ConfigurationAssignmentsForSubscription": ["maintenance", "AssignmentDynamicScope"],
  "authorization.RoleAssignment": ["authorization", "Assignment"],
  "policyinsights.RemediationAtSubscription": ["core", "SubscriptionPolicyRemediation"],
};

/** The classic resource that is to be added instead of one of azure-native. */
function newResource(native: string, inner: string): string {
  const [module, resource] = resources[native] ?? [];
  if (module === undefined || resource === undefined) return `new ${native}(${inner})`;
  const properties = inner.replace(/\{ ([\s\S]*) \}/, (_, all: string) => {
    const written = splitProperties(all).flatMap((each) => asClassic(`azure:${module}/_:${resource}`, each));
    return `{ ${[...new Set(written)].join(", ")} }`;
  });
  return `new azure.${module}.${resource}(${properties})`;
}

function asClassic(type: string, { text, property, value }: Written): readonly string[] {
  const counterpart = counterpartOf(type, property ?? text);
  if (counterpart === undefined) return property === undefined ? [text] : [];
  if (value === undefined) return [text];
  // Where azure-native takes a name, the classic provider may take the id that the name is part of.
  const own = counterpart.leaf.isExact ? value : value.replace(/name>$/, "id>");
  return [`${counterpart.path}: ${own}`];
}

/** The index after the bracket that closes the one before `start`. */
function endOf(text: string, start: number): number | undefined {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    const character = text[index] ?? "";
    if ("{[(".includes(character)) depth++;
    if ("}])".includes(character) && --depth === 0) return index + 1;
  }
  return undefined;
}
