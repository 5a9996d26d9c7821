import { guidOf } from "../naming";
import { isMap, type PropertyMap, type PropertyValue } from "../property-values";
import type { ResourceType } from "../resource-types";
import { moduleSchema, resourceSchema } from "../schema";
import { type ModuleSchema, type ObjectType, parseType, type Type } from "../schema/types";

/**
 * What the response types list and no response has: secrets, and what Azure hands to the machine and forgets
 * (learn.microsoft.com/rest/api/compute/virtual-machines/get). A preview shows these, a deployed resource does not.
 */
const neverReturned = new Set([
  "adminPassword",
  "customData",
  "protectedParameters",
  "protectedSettings",
  "runAsPassword",
  "userData",
]);

/** Inputs in the shape of the response type: what it does not have is left out. */
export function responseShape(type: ResourceType, inputs: PropertyMap): PropertyMap {
  return shapeObject(moduleSchema(type.module), resourceSchema(type).outputs, inputs);
}

function shapeObject(schema: ModuleSchema, type: ObjectType, inputs: PropertyMap): PropertyMap {
  const result: PropertyMap = {};
  for (const [name, value] of Object.entries(inputs)) {
    const expression = type.properties[name];
    if (expression !== undefined && !neverReturned.has(name))
      result[name] = shapeValue(schema, parseType(expression), value);
  }
  return result;
}

function shapeValue(schema: ModuleSchema, type: Type, value: PropertyValue): PropertyValue {
  switch (type.kind) {
    case "list":
      return Array.isArray(value) ? value.map((item) => shapeValue(schema, type.element, item)) : value;
    case "map":
      // The keys alone were given: the identities of a machine, for each of which the service looks its ids up.
      if (Array.isArray(value)) return Object.fromEntries(value.map((key) => [String(key), identityIds(String(key))]));
      return isMap(value) ? shapeMap(schema, type.element, value) : value;
    case "object": {
      const described = schema.outputTypes[type.name];
      return isMap(value) && described !== undefined ? shapeObject(schema, described, value) : value;
    }
    default:
      return value;
  }
}

function shapeMap(schema: ModuleSchema, element: Type, value: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeValue(schema, element, item)]));
}

/** The ids of a user-assigned identity in Microsoft Entra. */
export function identityIds(id: string): { clientId: string; principalId: string } {
  const key = id.toLowerCase();
  return { clientId: guidOf(`${key} clientId`), principalId: guidOf(`${key} principalId`) };
}
