import { isMap, type PropertyMap, type PropertyValue, unknown } from "./property-values";
import type { ResourceType } from "./resource-types";
import { moduleSchema, resourceSchema } from "./schema";
import { type ModuleSchema, type ObjectType, parseType, type Type } from "./schema/types";

/**
 * The outputs of a resource that is not created yet, as azure-native computes them
 * (pulumi/pulumi-azure-native provider/pkg/convert/previewOutputs.go): every property of the response type, with the
 * value that was given as input, or unknown. Path parameters are left out, and what the service may fill in (an absent
 * `patchSettings`) reads as unknown. Some response types list what no response has, such as passwords: a preview has it.
 */
export function previewOutputs(type: ResourceType, inputs: PropertyMap): PropertyMap {
  const { outputs } = resourceSchema(type);
  const { azureApiVersion: _, ...properties } = outputs.properties;
  // The response carries the ARM id, which the SDK's class hides behind the id that every resource has.
  return previewObject(moduleSchema(type.module), { properties: { ...properties, id: "string" } }, inputs);
}

function previewObject(schema: ModuleSchema, type: ObjectType, inputs: PropertyMap): PropertyMap {
  const outputs: PropertyMap = {};
  for (const [name, expression] of Object.entries(type.properties)) {
    outputs[name] = previewValue(schema, parseType(expression), inputs[name]);
  }
  return outputs;
}

function previewValue(schema: ModuleSchema, type: Type, input: PropertyValue | undefined): PropertyValue {
  if (type.kind === "constant") return type.value;
  if (input === undefined) return unknown;
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
      return typeof input === type.kind ? input : unknown;
    case "enum":
      return typeof input === "string" ? input : unknown;
    case "any":
      return input;
    case "list":
      return Array.isArray(input) ? input.map((item) => previewValue(schema, type.element, item)) : unknown;
    case "map":
      return isMap(input) ? previewMap(schema, type.element, input) : unknown;
    case "object": {
      const described = schema.outputTypes[type.name];
      return isMap(input) && described !== undefined ? previewObject(schema, described, input) : unknown;
    }
    case "union":
      return isMap(input) ? input : unknown;
    default:
      return assertNever(type);
  }
}

function previewMap(schema: ModuleSchema, element: Type, input: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, previewValue(schema, element, value)]));
}

function assertNever(type: never): never {
  throw new Error(`Unexpected type ${JSON.stringify(type)}`);
}
