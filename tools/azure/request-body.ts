import * as mappers from "@azure/arm-compute/dist-esm/src/models/mappers";
import { type CompositeMapper, createSerializer, type Mapper } from "@azure/core-client";
import { AzureError } from "./errors";
import { isMap, type PropertyMap, type PropertyValue } from "./property-values";
import { pathParameters, type ResourceType } from "./resource-types";

const serializer = createSerializer(mappers);
const composites = mappers as unknown as Readonly<Record<string, CompositeMapper>>;

/** The models of `@azure/arm-compute` behind the resources of the SDK's `compute` module. */
const models: Readonly<Record<string, string>> = {
  VirtualMachine: "VirtualMachine",
  VirtualMachineExtension: "VirtualMachineExtension",
  VirtualMachineRunCommandByVirtualMachine: "VirtualMachineRunCommand",
  VirtualMachineScaleSet: "VirtualMachineScaleSet",
  Disk: "Disk",
  Image: "Image",
  AvailabilitySet: "AvailabilitySet",
  Gallery: "Gallery",
  GalleryImage: "GalleryImage",
};

/**
 * The body of the request that creates a resource. For the `compute` module it is written by the serializer of
 * Azure's own client library, which refuses what does not fit its models; properties that are newer than those models
 * are not in it. Azure publishes no such models for current versions of the other services: there, the body is the
 * inputs without their path parameters.
 *
 * @throws AzureError where the serializer refuses a value.
 */
export function requestBody(type: ResourceType, inputs: PropertyMap): unknown {
  const parameters = new Set(pathParameters(type));
  const body = Object.fromEntries(Object.entries(inputs).filter(([name]) => !parameters.has(name)));
  if (type.module !== "compute") return body;
  const mapper = clientModel(type);
  try {
    return serializer.serialize(mapper, modelShape(mapper, body), mapper.type.className);
  } catch (error) {
    throw new AzureError(400, "InvalidParameter", error instanceof Error ? error.message : String(error));
  }
}

/** The client library's model of a resource of the `compute` module. */
export function clientModel({ name }: ResourceType): CompositeMapper {
  const mapper = composites[models[name] ?? ""];
  if (mapper === undefined) throw new Error(`@azure/arm-compute has no model of ${name}`);
  return mapper;
}

/** A value with the property names that a model of the client library has. */
function modelShape(mapper: Mapper, value: PropertyValue): unknown {
  const { type } = mapper;
  if (type.name === "Sequence" && Array.isArray(value)) {
    const { element } = type as { element: Mapper };
    return value.map((item) => modelShape(element, item));
  }
  if (type.name === "Dictionary") {
    // azure-native takes the keys alone where the values are filled in by the service (user-assigned identities).
    if (Array.isArray(value)) return Object.fromEntries(value.map((key) => [String(key), {}]));
    const { value: element } = type as { value: Mapper };
    if (isMap(value)) return mapValues(value, (item) => modelShape(element, item));
  }
  return type.name === "Composite" && isMap(value) ? composite(mapper as CompositeMapper, value) : value;
}

function composite(mapper: CompositeMapper, value: PropertyMap): unknown {
  const { className = "" } = mapper.type;
  const properties = mapper.type.modelProperties ?? composites[className]?.type.modelProperties ?? {};
  const names = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]));
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    // The client library keeps `type` for the ARM type; that of an extension is another property.
    const own = name === "type" && properties.typePropertiesType ? "typePropertiesType" : names.get(name.toLowerCase());
    const property = own === undefined ? undefined : properties[own];
    if (own !== undefined && property !== undefined) result[own] = modelShape(property, item);
  }
  return result;
}

function mapValues<T, R>(values: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
