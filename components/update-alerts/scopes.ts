import type * as pulumi from "@pulumi/pulumi";
import { mapInput } from "../shared/input";
import { member } from "../shared/member";
import { isPlain, type Problems, present } from "../shared/problems";
import { isResourceGroupId, subscriptionIdOf } from "../shared/scope";
import { byName } from "./by-name";
import type { FilteredScope } from "./queries";

/** Where machines are looked at: exactly one of these. */
export interface AlertScopeArgs {
  /** The resource id of a resource group. */
  resourceGroupId?: pulumi.Input<string>;
  /** A subscription, by its GUID or its id `/subscriptions/...`. */
  subscriptionId?: pulumi.Input<string>;
}

/** A scope, by the name that the program gives it. */
export interface ResolvedAlertScope {
  readonly name: string;
  readonly id: pulumi.Input<string>;
}

/** The scopes that the arguments name, in the order of their names. */
export function resolveAlertScopes(
  scopes: Readonly<Record<string, AlertScopeArgs>>,
  problems: Problems,
): readonly ResolvedAlertScope[] {
  const entries = byName(scopes);
  if (entries.length === 0) problems.add("scopes", "give a resource group or subscription.");
  const resolved = entries.flatMap(([name, scope]) => resolveAlertScope(name, scope, problems));
  const first = new Map<string, string>();
  for (const { name, id } of resolved) {
    if (!isPlain(id)) continue;
    const earlier = first.get(id.toLowerCase());
    if (earlier === undefined) first.set(id.toLowerCase(), name);
    else problems.add(member("scopes", name), `is the same as ${member("scopes", earlier)}: leave one of them out.`);
  }
  return resolved;
}

function resolveAlertScope(name: string, scope: AlertScopeArgs, problems: Problems): ResolvedAlertScope[] {
  const path = member("scopes", name);
  const { resourceGroupId, subscriptionId } = scope;
  const given = present({ resourceGroupId, subscriptionId });
  if (given.length !== 1) {
    const found = given.length > 1 ? `has ${given.join(" and ")}: ` : "";
    problems.add(path, `${found}give one of resourceGroupId and subscriptionId.`);
    return [];
  }
  if (resourceGroupId !== undefined) {
    return [{ name, id: problems.checked(`${path}.resourceGroupId`, resourceGroupId, notAResourceGroup) }];
  }
  const id = problems.checked(`${path}.subscriptionId`, subscriptionId ?? "", notASubscription);
  return [{ name, id: mapInput(id, (value) => subscriptionIdOf(value) ?? value) }];
}

const notAResourceGroup = (id: string) =>
  isResourceGroupId(id) ? undefined : `${JSON.stringify(id)} is not the id of a resource group.`;

const notASubscription = (id: string) =>
  subscriptionIdOf(id) === undefined ? `${JSON.stringify(id)} is not the id of a subscription.` : undefined;

/** What a query compares with for a scope, from its id. */
export function filteredScope(id: string): FilteredScope {
  const [, , subscription = "", , resourceGroup] = id.split("/");
  return { subscription, ...(resourceGroup !== undefined && { resourceGroup }) };
}
