import { parseArmId, sameName } from "./arm-id";
import { NotKnown } from "./properties";
import type { StackResource } from "./resource";
import { attempt, everyOf } from "./three-valued";

/** A name in an ARM id: of a resource of this stack, or as a text that may be known only after deployment. */
export interface Name {
  readonly urn?: string;
  readonly text: () => string | undefined;
}

/**
 * A place in the hierarchy of scopes at which Azure assigns policies and roles and puts locks. A `subscriptionId` that is
 * `undefined` is that of a provider that names none, which no preview tells.
 */
export type Place =
  | { readonly kind: "management group"; readonly name: Name }
  | { readonly kind: "subscription"; readonly subscriptionId: string | undefined }
  | { readonly kind: "resource group"; readonly subscriptionId: string | undefined; readonly group: Name }
  | {
      readonly kind: "resource";
      readonly subscriptionId: string | undefined;
      readonly group: Name;
      readonly armType: string | undefined;
      readonly name: Name;
    };

/** The resources that places are compared by, with their ARM types and the inputs that name them. */
const named: Readonly<Record<string, readonly [armType: string, nameProperty: string]>> = {
  "compute:VirtualMachine": ["microsoft.compute/virtualmachines", "vmName"],
  "hybridcompute:Machine": ["microsoft.hybridcompute/machines", "machineName"],
  "maintenance:MaintenanceConfiguration": ["microsoft.maintenance/maintenanceconfigurations", "resourceName"],
};

/**
 * The place that an input such as `scope` names: by its id, or by the resource whose id it is computed from.
 * Throws {@link NotKnown} where neither tells.
 */
export function placeNamedBy(resource: StackResource, property: string, above: readonly StackResource[] = []): Place {
  const id = attempt(() => resource.settings.text(property));
  const place = typeof id === "string" ? placeOfId(id) : undefined;
  if (place !== undefined) return place;
  const [source, another] = resource.allSourcesOf(property);
  if (source !== undefined && another === undefined) {
    if (above.includes(resource)) throw new NotKnown(property, "is computed from itself");
    return placeOf(source, [...above, resource]);
  }
  if (id instanceof NotKnown) throw id;
  throw new NotKnown(property, id === undefined ? "is not given" : `is "${id}", which is no scope`);
}

/**
 * Where a resource of the stack is; for what is assigned at a scope of its own, that scope.
 *
 * @param above The resources whose scopes lead here. No program has scopes in a circle, but a state that was edited may.
 */
export function placeOf(resource: StackResource, above: readonly StackResource[] = []): Place {
  const { settings, type, urn } = resource;
  if (type === "management:ManagementGroup") {
    return { kind: "management group", name: { urn, text: () => settings.text("groupId") } };
  }
  if (settings.has("scope")) return placeNamedBy(resource, "scope", above);
  const subscriptionId = subscriptionOf(resource);
  if (type === "resources:ResourceGroup") {
    return { kind: "resource group", subscriptionId, group: { urn, text: () => settings.text("resourceGroupName") } };
  }
  const [armType, nameProperty] = named[type] ?? [];
  const name = { urn, text: () => (nameProperty === undefined ? undefined : settings.text(nameProperty)) };
  return { kind: "resource", subscriptionId, group: groupOf(resource), armType, name };
}

/** The resource group that an input names. */
export function groupOf(resource: StackResource, property = "resourceGroupName"): Name {
  const [group, another] = resource.sourcesOf(property, "resources:ResourceGroup");
  const text = () => resource.settings.text(property);
  if (group === undefined || another !== undefined) return { text };
  return { urn: group.urn, text: () => group.settings.text("resourceGroupName") };
}

/** The place with an id; `undefined` for what is none. */
export function placeOfId(id: string): Place | undefined {
  const managementGroup = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/i.exec(id)?.[1];
  if (managementGroup !== undefined) return { kind: "management group", name: { text: () => managementGroup } };
  const [, subscriptionId, group] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?(?=\/|$)/i.exec(id) ?? [];
  if (subscriptionId === undefined) return undefined;
  if (group === undefined) return { kind: "subscription", subscriptionId };
  const names = { subscriptionId, group: { text: () => group } };
  const resource = parseArmId(id);
  if (resource === undefined) return { kind: "resource group", ...names };
  const name = { text: () => resource.names.join("/") };
  return { kind: "resource", ...names, armType: resource.type, name };
}

/**
 * Whether what is assigned at the outer place holds at the inner one too. Throws {@link NotKnown} where that is not known:
 * no stack tells which subscriptions a management group has.
 */
export function covers(outer: Place, inner: Place): boolean {
  if (outer.kind === "management group") {
    if (inner.kind === "management group" && isSame(outer.name, inner.name)) return true;
    throw new NotKnown("scope", "is a management group, and no stack tells which subscriptions belong to it");
  }
  if (inner.kind === "management group") return false;
  if (outer.kind === "subscription") return isSameSubscription(outer.subscriptionId, inner.subscriptionId);
  if (inner.kind === "subscription") return false;
  const isSameGroup = () => isSame(outer.group, inner.group);
  const isOneSubscription = () =>
    inner.subscriptionId === undefined || isSameSubscription(outer.subscriptionId, inner.subscriptionId);
  if (outer.kind === "resource group") return everyOf(isSameGroup, isOneSubscription);
  if (inner.kind === "resource group") return false;
  if (outer.name.urn !== undefined && outer.name.urn === inner.name.urn) return true;
  if (outer.armType === undefined || outer.armType !== inner.armType) return false;
  return everyOf(() => isSame(outer.name, inner.name), isSameGroup, isOneSubscription);
}

/** Whether what is assigned at the outer place may hold at the inner one, for all that is known. */
export function mayCover(outer: () => Place, inner: () => Place): boolean {
  return attempt(() => covers(outer(), inner())) !== false;
}

function isSameSubscription(one: string | undefined, other: string | undefined): boolean {
  // Azure-native puts what names no subscription into the provider's, as it does with the machines beside it.
  if (one === undefined) return true;
  if (other !== undefined) return sameName(one, other);
  throw new NotKnown("scope", "is a subscription, and that of this stack is known only after deployment");
}

/** Whether two names mean the same: those of one resource of this stack, or equal texts. */
export function isSame(one: Name, other: Name): boolean {
  if (one.urn !== undefined && one.urn === other.urn) return true;
  const [text, otherText] = [one.text(), other.text()];
  return text !== undefined && otherText !== undefined && sameName(text, otherText);
}

/** Whether a resource may be in the subscription that an ARM id names: one of the same names in another is another one. */
export function mayBeIn(subscriptionId: string | undefined, resource: StackResource): boolean {
  const own = subscriptionOf(resource);
  return own === undefined || subscriptionId === undefined || sameName(own, subscriptionId);
}

/** Whether two resources may be in one subscription, so that names in one mean the other. */
export function mayShareSubscription(one: StackResource, other: StackResource): boolean {
  return mayBeIn(subscriptionOf(one), other);
}

/** The subscription of a deployed resource by its id; before, that of a provider which names one. */
export function subscriptionOf({ outputs, provider }: StackResource): string | undefined {
  const id = attempt(() => outputs.text("id"));
  if (typeof id === "string") return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
  const configured = attempt(() => provider.text("subscriptionId"));
  return configured instanceof NotKnown ? undefined : configured;
}
