import type { PropertyMap } from "./property-values";
import { type ResourceType, resourceTypes } from "./resource-types";

/** The ARM id of a resource, from its path parameters among the inputs. */
export function resourceId(type: ResourceType, inputs: PropertyMap, subscriptionId: string): string {
  const filled = type.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "subscriptionId" ? subscriptionId : String(inputs[name] ?? ""),
  );
  // A scope begins with a slash of its own.
  return filled.replace(/^\/+/, "/");
}

/** The values of a type's path parameters in an ARM id, or undefined if the id is none of that type. */
export function parseResourceId(type: ResourceType, id: string): PropertyMap | undefined {
  const pattern = type.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "scope" || name === "resourceId" ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  const groups = new RegExp(`^${pattern}$`, "i").exec(id)?.groups;
  if (groups === undefined) return undefined;
  const { subscriptionId: _, ...parameters } = groups;
  return parameters;
}

/** The last segment of an ARM id. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** The id of the resource group that an ARM id is in. */
export function resourceGroupOf(id: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0];
}

/** The ARM type of an id: the provider's namespace and every second segment after it. */
export function armTypeOf(id: string): string {
  const [namespace, ...segments] = id.slice(id.lastIndexOf("/providers/") + "/providers/".length).split("/");
  return [namespace, ...segments.filter((_, index) => index % 2 === 0)].join("/");
}

/** Whether the offline Azure would know of a resource if it existed. */
export function isKnownType(id: string): boolean {
  const armType = armTypeOf(id).toLowerCase();
  return resourceTypes.some((type) => type.armType.toLowerCase() === armType);
}

/**
 * The id of the resource that a resource is part of: the network of a subnet, the machine of an extension or of a
 * configuration assignment. Undefined for what is in a resource group or subscription directly.
 */
export function parentOf(id: string): string | undefined {
  const provider = id.lastIndexOf("/providers/");
  if (provider < 0) return undefined;
  const below = id.slice(provider + "/providers/".length).split("/");
  if (below.length > 3) return id.split("/").slice(0, -2).join("/");
  const scope = id.slice(0, provider);
  return scope.includes("/providers/") ? scope : undefined;
}
