import { isMap, type PropertyMap, type PropertyValue } from "./property-values";

/** The value at a path of property names, or undefined where any of them is absent. */
export function at(properties: PropertyMap | undefined, ...path: readonly string[]): PropertyValue | undefined {
  let value: PropertyValue | undefined = properties;
  for (const name of path) value = isMap(value) ? value[name] : undefined;
  return value;
}

/** The object at a path; empty where there is none. */
export function mapAt(properties: PropertyMap | undefined, ...path: readonly string[]): PropertyMap {
  const value = at(properties, ...path);
  return isMap(value) ? value : {};
}

/** The objects of the list at a path. */
export function listAt(properties: PropertyMap | undefined, ...path: readonly string[]): readonly PropertyMap[] {
  const value = at(properties, ...path);
  return Array.isArray(value) ? value.filter(isMap) : [];
}

/** The text at a path. */
export function textAt(properties: PropertyMap | undefined, ...path: readonly string[]): string | undefined {
  const value = at(properties, ...path);
  return typeof value === "string" ? value : undefined;
}

/** Whether two ARM ids are of the same resource: Azure ignores their case. */
export function sameId(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  return typeof a === "string" && typeof b === "string" && a.toLowerCase() === b.toLowerCase();
}
