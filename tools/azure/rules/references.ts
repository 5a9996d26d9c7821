import { normalizedLocation } from "../diff";
import { AzureError } from "../errors";
import { isMap, type PropertyMap, type PropertyValue } from "../property-values";
import { isKnownType } from "../resource-id";
import type { PutRequest } from ".";

/** Top-level properties that hold the ARM id of another resource; inside other properties `id` does. */
const topLevel = new Set(["maintenanceConfigurationId", "targetResourceId"]);

/** An ARM id among the inputs, with its path. */
export interface Reference {
  readonly path: string;
  readonly id: string;
}

/** The ARM ids that inputs hold. */
export function referencesIn(inputs: PropertyMap): readonly Reference[] {
  const found: Reference[] = [];
  const visit = (value: PropertyValue, path: string, name: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`, "");
    } else if (isMap(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, path === "" ? key : `${path}.${key}`, key);
    } else if (typeof value === "string" && (name === "id" ? path !== "id" : topLevel.has(path))) {
      found.push({ path, id: value });
    }
  };
  visit(inputs, "", "");
  return found;
}

/** ARM ids must be whole, and what they name must exist, for network resources in the same region. */
export function checkReferences({ type, id, inputs, azure }: PutRequest): void {
  for (const reference of referencesIn(inputs)) {
    if (!/^\/(subscriptions\/[^/]+|providers\/[^/]+)(\/|$)/i.test(reference.id)) {
      throw new AzureError(
        400,
        "LinkedInvalidPropertyId",
        `Property id '${reference.id}' at path 'properties.${reference.path}' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
      );
    }
    const referenced = azure.get(reference.id);
    const missing = referenced === undefined && isKnownType(reference.id);
    const network = type.module === "network" || type.module === "compute";
    const elsewhere =
      network &&
      inputs.location !== undefined &&
      referenced?.outputs.location !== undefined &&
      normalizedLocation(inputs.location) !== normalizedLocation(referenced.outputs.location);
    if (missing || elsewhere) {
      throw new AzureError(
        400,
        "InvalidResourceReference",
        `Resource ${reference.id} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
      );
    }
  }
}
