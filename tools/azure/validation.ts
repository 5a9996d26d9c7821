import { isMap, isUnknown, type PropertyMap, type PropertyValue } from "./property-values";
import type { ResourceType } from "./resource-types";
import { moduleSchema, resourceSchema } from "./schema";
import { type ModuleSchema, type ObjectType, parseType, type Type } from "./schema/types";

/** What is wrong with inputs before anything is sent to Azure. */
export interface Findings {
  /** In azure-native's own words (pulumi/pulumi-azure-native provider/pkg/provider/provider.go, validateType). */
  readonly failures: readonly string[];
  /**
   * Properties that the resource does not have. azure-native leaves them out of the request without a word, so a
   * misspelt property has no effect.
   */
  readonly unknownProperties: readonly string[];
}

/** Compares inputs with the schema of their type. Unknown values pass. */
export function validateInputs(type: ResourceType, inputs: PropertyMap): Findings {
  const schema = resourceSchema(type);
  const validation = new Validation(moduleSchema(type.module));
  const { azureApiVersion: _, __createBeforeDelete: __, ...properties } = inputs;
  validation.object(schema.inputs, type.name, properties, "");
  // The SDK lets location out because azure-native fills it in.
  if (schema.tracked === true || type.name === "ResourceGroup") {
    if (inputs.location === undefined) validation.missing("location");
  }
  return validation;
}

/** Values that an enum of the schema does not have. Azure compares them without regard to case. */
export function invalidEnumValues(type: ResourceType, inputs: PropertyMap): readonly InvalidEnumValue[] {
  const validation = new Validation(moduleSchema(type.module));
  validation.object(resourceSchema(type).inputs, type.name, inputs, "");
  return validation.invalidEnumValues;
}

/**
 * Enums that stopped being the list of what the service takes: Azure has had new machine sizes every year since
 * (learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update, hardwareProfile.vmSize). And those of which
 * the SDK keeps another of the same name: the operators of alert rules are in words, such as `GreaterThan`.
 */
const openEnums = new Set(["VirtualMachineSizeTypes", "ConditionOperator"]);

/** A value that is none of an enum's. */
export interface InvalidEnumValue {
  readonly path: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

class Validation implements Findings {
  readonly failures: string[] = [];
  readonly unknownProperties: string[] = [];
  readonly invalidEnumValues: InvalidEnumValue[] = [];

  constructor(private readonly schema: ModuleSchema) {}

  missing(path: string): void {
    const hint = ". Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'.";
    this.failures.push(`missing required property '${path}'${path === "location" ? hint : ""}`);
  }

  object(type: ObjectType, typeName: string, values: PropertyMap, path: string): void {
    for (const name of type.required ?? []) {
      if (values[name] === undefined) this.missing(joined(path, name));
    }
    for (const [name, value] of Object.entries(values)) {
      const expression = type.properties[name];
      const propertyPath = joined(path, name);
      if (expression === undefined) {
        this.unknownProperties.push(
          `Could not find member '${name}' on object of type '${typeName}'. Path '${propertyPath}'.`,
        );
      } else {
        this.#value(parseType(expression), value, propertyPath);
      }
    }
  }

  #value(type: Type, value: PropertyValue, path: string): void {
    if (isUnknown(value)) return;
    switch (type.kind) {
      case "any":
        return;
      case "string":
      case "number":
      case "boolean":
        if (typeof value !== type.kind) this.#mismatch(path, type.kind, value);
        return;
      case "constant":
        if (value !== type.value) this.#mismatch(path, `'${type.value}'`, value);
        return;
      case "enum":
        this.#enum(type.name, value, path);
        return;
      case "list":
        if (Array.isArray(value)) {
          for (const [index, item] of value.entries()) this.#value(type.element, item, `${path}[${index}]`);
        } else {
          this.#mismatch(path, "array", value);
        }
        return;
      case "map":
        if (isMap(value)) {
          for (const [name, item] of Object.entries(value)) this.#value(type.element, item, joined(path, name));
        } else {
          this.#mismatch(path, "object", value);
        }
        return;
      case "object": {
        const described = this.schema.inputTypes[type.name];
        if (!isMap(value)) this.#mismatch(path, "object", value);
        else if (described !== undefined) this.object(described, type.name, value, path);
        return;
      }
      case "union":
        // The alternatives are told apart by the service; the schema says no more than that it is one of them.
        return;
    }
  }

  #enum(name: string, value: PropertyValue, path: string): void {
    const allowed = this.schema.enums[name] ?? [];
    if (typeof value !== "string") {
      this.#mismatch(path, "string", value);
    } else if (!openEnums.has(name) && !allowed.some((candidate) => candidate.toLowerCase() === value.toLowerCase())) {
      this.invalidEnumValues.push({ path, value, allowed });
    }
  }

  #mismatch(path: string, expected: string, value: PropertyValue): void {
    const given = Array.isArray(value) ? "an array" : isMap(value) ? "an object" : `a ${typeof value}`;
    this.failures.push(`'${path}' should be of type '${expected}' but got ${given}`);
  }
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
