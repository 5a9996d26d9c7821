import { sameName } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { all, always, type Candidate, type Condition, not, unknown } from "./cases";
import { FirewallRule } from "./firewall-rule";
import type { Decision, Flow, Resources } from "./flow";
import type { Prioritized } from "./order";

/** Which rules of Azure Firewall: all network rules come before all application rules. */
export type Layer = "network" | "application";

/** Where a collection of rules is. */
export interface CollectionPlace {
  readonly layer: Layer;
  /** The resource that has it. */
  readonly owner: StackResource;
  /** The top-level input of this resource that it is in. */
  readonly topLevel: "ruleCollections" | "networkRuleCollections" | "applicationRuleCollections";
  /** The policy or firewall that it decides for, in words. */
  readonly of: string;
}

/** The collections of rules in a resource, as far as their rules are of one kind. */
export function collectionsIn(place: CollectionPlace, flow: Flow, stack: Resources): readonly Prioritized<Decision>[] {
  const { owner, topLevel } = place;
  const collections = attempt(() => owner.quoted(() => owner.settings.objects(topLevel)));
  if (collections instanceof NotKnown) return [unreadable(owner.urn, collections)];
  return collections.map((collection) => ({
    key: `${owner.urn} ${collection.path}`,
    priority: priorityOf(collection, owner),
    candidates: rulesOf(collection, place, flow, stack),
  }));
}

/** The place of a collection, or of a group of them, among others; or why that is not known. */
export function priorityOf(settings: Properties, owner: StackResource): number | NotKnown {
  return attempt(() => {
    const priority = owner.quoted(() => settings.number("priority"));
    if (priority !== undefined) return priority;
    throw new NotKnown(settings.pathOf("priority"), `of ${owner.name} is not given`);
  });
}

function rulesOf(
  collection: Properties,
  place: CollectionPlace,
  flow: Flow,
  stack: Resources,
): readonly Candidate<Decision>[] {
  const { owner, topLevel, layer } = place;
  const rules = attempt(() => owner.quoted(() => collection.objects("rules")));
  if (rules instanceof NotKnown) return unreadable(collection.path, rules).candidates;
  const filters = topLevel === "ruleCollections" ? [filtersTraffic(collection, owner)] : [];
  return rules.map((settings) => {
    const rule = new FirewallRule(settings, owner, topLevel, stack);
    const isOfLayer = layer === "network" ? rule.isNetworkRule : not(rule.isNetworkRule);
    const matches = layer === "network" ? rule.asNetworkRule(flow) : rule.asApplicationRule(flow);
    return {
      condition: all(...filters, ...(topLevel === "ruleCollections" ? [isOfLayer] : []), matches),
      result: () => ({
        access: accessOf(collection, owner),
        rule: {
          name: rule.name,
          resource: owner,
          property: rule.path,
          isDefault: false,
          description: `${layer} rule ${JSON.stringify(rule.name)} of ${place.of}`,
        },
      }),
    };
  });
}

/** The condition that the collection lets through or denies, and does not translate addresses as those for NAT do. */
function filtersTraffic(collection: Properties, owner: StackResource): Condition {
  const type = attempt(() => owner.quoted(() => collection.text("ruleCollectionType")));
  if (type instanceof NotKnown) return unknown(type);
  if (type !== undefined) return always(() => sameName(type, "FirewallPolicyFilterRuleCollection"));
  return unknown(new NotKnown(collection.pathOf("ruleCollectionType"), `of ${owner.name} is not given`));
}

function accessOf(collection: Properties, owner: StackResource): Decision["access"] {
  const type = owner.quoted(() => collection.object("action").text("type")) ?? "";
  const access = (["Allow", "Deny"] as const).find((each) => sameName(each, type));
  if (access !== undefined) return access;
  throw new NotKnown(collection.pathOf("action.type"), `of ${owner.name} is neither Allow nor Deny`);
}

/** Stands for rules that are known only after deployment: any of them may decide, one way or the other. */
function unreadable(key: string, reason: NotKnown): Prioritized<Decision> {
  const result = () => {
    throw reason;
  };
  return { key, priority: 0, candidates: [{ condition: unknown(reason), result }] };
}
