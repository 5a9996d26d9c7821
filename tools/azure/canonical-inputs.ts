import { isMap, type PropertyMap, type PropertyValue } from "./property-values";
import type { ResourceType } from "./resource-types";
import { moduleSchema, resourceSchema } from "./schema";
import { type ModuleSchema, type ObjectType, parseType, type Type } from "./schema/types";

/** Inputs with their enum values in the service's own spelling: Azure takes `standard` and answers `Standard`. */
export function canonicalInputs(type: ResourceType, inputs: PropertyMap): PropertyMap {
  return canonicalObject(moduleSchema(type.module), resourceSchema(type).inputs, inputs);
}

function canonicalObject(schema: ModuleSchema, type: ObjectType, values: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const expression = type.properties[name];
      return [name, expression === undefined ? value : canonicalValue(schema, parseType(expression), value)];
    }),
  );
}

function canonicalValue(schema: ModuleSchema, type: Type, value: PropertyValue): PropertyValue {
  switch (type.kind) {
    case "enum": {
      const spelt = (candidate: string) => typeof value === "string" && candidate.toLowerCase() === value.toLowerCase();
      return schema.enums[type.name]?.find(spelt) ?? value;
    }
    case "list":
      return Array.isArray(value) ? value.map((item) => canonicalValue(schema, type.element, item)) : value;
    case "map":
      return isMap(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, item]) => [name, canonicalValue(schema, type.element, item)]),
          )
        : value;
    case "object": {
      const described = schema.inputTypes[type.name];
      return isMap(value) && described !== undefined ? canonicalObject(schema, described, value) : value;
    }
    default:
      return value;
  }
}
