import type { ResourceRecord } from "../resource";
import { adaptObject, type Field, type Fields, prop } from "./field";

/** How resources of one type of the classic provider become ones of azure-native. */
export interface Mapping {
  /** Module and resource of the classic provider, for example `compute:LinuxVirtualMachine`. */
  readonly classic: string;
  /** Module and resource of azure-native, for example `compute:VirtualMachine`. */
  readonly type: string;
  readonly fields: Fields;
  /** Tokens of the types that came after this one, with properties that it does not have. Default: none. */
  readonly successors?: readonly string[];
}

/** The name, resource group, region and tags of a resource, as most have them. */
export function common(nameProperty: string): Fields {
  return {
    [nameProperty]: prop("name"),
    resourceGroupName: prop("resourceGroupName"),
    location: prop("location"),
    tags: prop("tags"),
  };
}

const token = /^azure:(\w+)\/\w+:(\w+)$/;

/** The module and resource that a type token of the classic provider names; `undefined` for other providers' tokens. */
export function classicType(type: string): string | undefined {
  const [, module, name] = token.exec(type) ?? [];
  return module === undefined ? undefined : `${module}:${name}`;
}

/** A classic resource as azure-native would have it. */
export function adaptRecord(record: ResourceRecord, { type, fields }: Mapping): ResourceRecord {
  const adapt = (source: object, all: Fields) =>
    // Of a resource without a single property nothing is known, and nothing may be made up.
    Object.keys(source).length === 0 ? source : adaptObject(all, source);
  return {
    ...record,
    type: `azure-native:${type}`,
    classicType: record.type,
    ...(record.inputs !== undefined && { inputs: adapt(record.inputs, fields) }),
    outputs: adapt(record.outputs, { id: prop("id"), ...fields }),
    propertyDependencies: dependenciesOf(record, fields),
    ...(record.ignoreChanges !== undefined && { ignoreChanges: ignoredOf(record.ignoreChanges, fields) }),
  };
}

/** What each property of azure-native is computed from: all that the classic properties behind it are. */
function dependenciesOf(
  { propertyDependencies }: ResourceRecord,
  fields: Fields,
): ResourceRecord["propertyDependencies"] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { uses }]) => {
      const urns = new Set(topsOf(uses).flatMap((top) => propertyDependencies[top] ?? []));
      return urns.size === 0 ? [] : [[name, [...urns]]];
    }),
  );
}

/** The properties that paths begin with. */
export function topsOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.split(/[.[]/)[0] ?? path))];
}

/** The paths in azure-native of what changes are ignored for, and as they are those that have none. */
function ignoredOf(ignored: readonly string[], fields: Fields): readonly string[] {
  const leaves = Object.entries(fields).flatMap(([name, field]: readonly [string, Field]) =>
    field.leaves.map(({ path, classic }) => ({
      path: path === "" ? name : `${name}.${path}`.replace(".[", "["),
      classic,
    })),
  );
  return ignored.flatMap((each) => {
    const found = leaves.filter(
      ({ classic }) => classic === each || classic.startsWith(`${each}.`) || classic.startsWith(`${each}[`),
    );
    return found.length === 0 ? [each] : found.map(({ path }) => path);
  });
}
