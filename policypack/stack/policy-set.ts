import { type BuiltInPolicy, builtInPolicy } from "../../facts/policies";
import { sameName } from "./arm-id";
import { NotKnown } from "./properties";
import { hasNoIdYet, type StackResource } from "./resource";
import { attempt } from "./three-valued";

/** The types of policies of one's own. */
export const definitionTypes = ["authorization:PolicyDefinition", "authorization:PolicyDefinitionAtManagementGroup"];
/** The types of sets of policies. */
export const setTypes = ["authorization:PolicySetDefinition", "authorization:PolicySetDefinitionAtManagementGroup"];
const assigned = "policyDefinitionId";
const members = "policyDefinitions";

/** One of the policies that an assignment assigns by way of a set of policies, an initiative. */
export interface PolicyInSet {
  /** The set, as the stack defines it. */
  readonly set: StackResource;
  /** The built-in policy of Update Manager that it is. Throws {@link NotKnown} where that is not known. */
  readonly policy: () => BuiltInPolicy | undefined;
  /** The name by which a remediation task means this policy of the set; `undefined` where Azure makes one up. */
  readonly reference: () => string | undefined;
  /** Whether the set gives the policy a parameter, by a value of its own or one of the assignment. */
  readonly gives: (parameter: string) => boolean;
}

/**
 * The policies of Update Manager in the set of the stack that is assigned, and those that may be some; empty where there is
 * none, or no such set.
 */
export function policiesInSet(assignment: StackResource, sets: readonly StackResource[]): readonly PolicyInSet[] {
  const set = setOf(assignment, sets);
  if (set === undefined) return [];
  const listed = attempt(() => set.quoted(() => membersOf(set)));
  if (listed instanceof NotKnown) {
    const unknown = () => {
      throw listed;
    };
    return [{ set, policy: unknown, reference: unknown, gives: unknown }];
  }
  return listed.filter(({ policy }) => attempt(policy) !== undefined);
}

/** The set that an assignment names: the resource that its id is computed from, or that has the name in the id. */
function setOf(assignment: StackResource, sets: readonly StackResource[]): StackResource | undefined {
  const [source] = assignment.sourcesOf(assigned, ...setTypes);
  if (source !== undefined) return source;
  const id = attempt(() => assignment.settings.text(assigned));
  if (id === undefined || id instanceof NotKnown) return undefined;
  const name = /\/policySetDefinitions\/([^/]+)/i.exec(id)?.[1];
  if (name === undefined) return undefined;
  return sets.find(({ settings }) => {
    const own = attempt(() => settings.text("policySetDefinitionName"));
    return typeof own === "string" && sameName(own, name);
  });
}

function membersOf(set: StackResource): readonly PolicyInSet[] {
  // Azure asks for the list, so that one which is not there is one that is not shown.
  if (!set.settings.has(members)) throw new NotKnown(members, "is not visible");
  const entries = set.settings.objects(members).map((entry) => ({ entry, id: attempt(() => entry.text(assigned)) }));
  const pending = entries.filter(({ id }) => id instanceof NotKnown).length;
  // An id that is to come is that of a policy which the stack itself defines, where it defines as many.
  const areOwn = pending === set.sourcesOf(members, ...definitionTypes).filter(hasNoIdYet).length;
  return entries.map(({ entry, id }) => ({
    set,
    policy: () => {
      if (!(id instanceof NotKnown)) return builtInPolicy(id ?? "");
      return areOwn ? undefined : set.quoted(() => builtInPolicy(entry.text(assigned) ?? ""));
    },
    reference: () => set.quoted(() => entry.text("policyDefinitionReferenceId")),
    gives: (parameter) => set.quoted(() => entry.object("parameters").has(parameter)),
  }));
}
