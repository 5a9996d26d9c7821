import { isDeepStrictEqual } from "node:util";
import { isMap, type PropertyMap, type PropertyValue } from "./property-values";
import { pathParameters, type ResourceType } from "./resource-types";
import { resourceSchema } from "./schema";

/** How one property differs. */
export interface PropertyDifference {
  readonly kind: "add" | "delete" | "update";
  readonly replaces: boolean;
}

/**
 * What changed between the inputs of the last deployment and the program's, by property path, as azure-native sees it
 * (pulumi/pulumi-azure-native provider/pkg/provider/diff.go): by comparing inputs alone, without regard to the case
 * and blanks of a location.
 */
export function differences(
  type: ResourceType,
  olds: PropertyMap,
  news: PropertyMap,
): ReadonlyMap<string, PropertyDifference> {
  const replacing = new Set([...pathParameters(type), ...(type.replaceOnChanges ?? [])]);
  if (resourceSchema(type).tracked === true) replacing.add("location");
  const result = new Map<string, PropertyDifference>();
  for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    if (name === "__createBeforeDelete") continue;
    // Before its version 3, azure-native did not keep the API version among the inputs.
    if (name === "azureApiVersion" && olds[name] === undefined) continue;
    if (name === "location" && normalizedLocation(olds[name]) === normalizedLocation(news[name])) continue;
    compare(olds[name], news[name], name, replacing.has(name), result);
  }
  return result;
}

/** A location as Azure compares it: `West Europe` is `westeurope`. */
export function normalizedLocation(location: PropertyValue | undefined): PropertyValue | undefined {
  return typeof location === "string" ? location.replaceAll(" ", "").toLowerCase() : location;
}

function compare(
  old: PropertyValue | undefined,
  value: PropertyValue | undefined,
  path: string,
  replaces: boolean,
  result: Map<string, PropertyDifference>,
): void {
  if (isDeepStrictEqual(old, value)) return;
  if (old === undefined) result.set(path, { kind: "add", replaces });
  else if (value === undefined) result.set(path, { kind: "delete", replaces });
  else if (isMap(old) && isMap(value)) {
    for (const name of new Set([...Object.keys(old), ...Object.keys(value)])) {
      compare(old[name], value[name], `${path}.${name}`, replaces, result);
    }
  } else if (Array.isArray(old) && Array.isArray(value)) {
    for (let index = 0; index < Math.max(old.length, value.length); index++) {
      compare(old[index], value[index], `${path}[${index}]`, replaces, result);
    }
  } else {
    result.set(path, { kind: "update", replaces });
  }
}
