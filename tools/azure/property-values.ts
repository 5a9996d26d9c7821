import type * as struct from "google-protobuf/google/protobuf/struct_pb";
import { Struct } from "./protobuf";

/** A property as it crosses the wire, without its secret mark. */
export type PropertyValue = string | number | boolean | PropertyValue[] | PropertyMap;

/** The properties of a resource. */
export interface PropertyMap {
  [name: string]: PropertyValue;
}

/**
 * What stands for a value that is known only after deployment
 * (pulumi/pulumi sdk/go/common/resource/plugin/rpc.go, `UnknownStringValue`).
 */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const unknowns = new Set([
  unknown,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";
const outputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Whether a value is known only after deployment. */
export function isUnknown(value: PropertyValue | undefined): boolean {
  return typeof value === "string" && unknowns.has(value);
}

/** Whether any value within is known only after deployment. */
export function containsUnknown(value: PropertyValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(containsUnknown);
  return isMap(value) ? Object.values(value).some(containsUnknown) : isUnknown(value);
}

/** Whether a value is an object. */
export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && !Array.isArray(value);
}

/**
 * Properties from the wire. Secrets are unwrapped: like azure-native, the offline Azure leaves it to the engine to
 * remember which outputs came from secret inputs. Absent values (`null`) are dropped.
 */
export function fromStruct(properties: struct.Struct | undefined): PropertyMap {
  return properties === undefined ? {} : (plain(properties.toJavaScript() as Wire) as PropertyMap);
}

/** Properties for the wire. */
export function toStruct(properties: PropertyMap): struct.Struct {
  return Struct.fromJavaScript(properties as Record<string, struct.JavaScriptValue>);
}

type Wire = string | number | boolean | null | Wire[] | { [name: string]: Wire };

function plain(value: Wire): PropertyValue | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? unknown);
  if (typeof value !== "object") return value;
  if (value[signature] === secret) return plain(value.value ?? null);
  // An output without a value is one that is not known yet.
  if (value[signature] === outputValue) return value.value === undefined ? unknown : plain(value.value);
  const result: PropertyMap = {};
  for (const [name, item] of Object.entries(value)) {
    const known = plain(item);
    if (known !== undefined) result[name] = known;
  }
  return result;
}
