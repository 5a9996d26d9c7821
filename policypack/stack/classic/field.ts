import { UnknownValueError } from "../../unknown-value";
import { parseArmId } from "../arm-id";
import { NotKnown } from "../properties";

/** A value that a setting may have. */
export type Value = string | number | boolean;

/** Where the classic provider has what azure-native has at a path. */
export interface Leaf {
  /** Path in azure-native, below the field; `[]` stands for every item of a list. */
  readonly path: string;
  /** Path in the classic provider. */
  readonly classic: string;
  /** Older names of the same property, which a program may still use. */
  readonly older?: readonly string[];
  /** Whether a value can be written to the classic path as azure-native has it, or as {@link values} spell it. */
  readonly isExact: boolean;
  /** Whether it is a block or list of fields, which has nothing but these below it. */
  readonly isBlock?: boolean;
  /** What the classic provider calls values that azure-native spells differently, by azure-native's spelling. */
  readonly values?: Readonly<Record<string, Value>>;
}

/** How a property of azure-native is read from the properties of a classic resource, or of a block in one. */
export interface Field {
  /** The paths of the classic properties that it is read from. */
  readonly uses: readonly string[];
  readonly leaves: readonly Leaf[];
  /** Whether the property is there, known or not. */
  has(source: object): boolean;
  /** Throws what reading the classic property throws, so that what is unknown stays unknown. */
  read(source: object): unknown;
}

/** Properties of azure-native by their names. */
export type Fields = Readonly<Record<string, Field>>;

/** The properties of azure-native, each of which is read only when it is asked for. */
export function adaptObject(fields: Fields, source: object): object {
  const result = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.has(source)) defineLazily(result, name, () => field.read(source));
  }
  return result;
}

/** Gives an object a property that is read only when it is asked for. */
export function defineLazily(object: object, name: string | number, get: () => unknown): void {
  Object.defineProperty(object, name, { enumerable: true, configurable: true, get });
}

/** A list whose items are read only when they are asked for. */
export function lazyList(items: readonly (() => unknown)[]): readonly unknown[] {
  const list: unknown[] = new Array(items.length);
  items.forEach((item, index) => {
    defineLazily(list, index, item);
  });
  return list;
}

/** The items of a list, each read on its own. */
export function itemsOf(list: readonly unknown[]): readonly (() => unknown)[] {
  return Array.from({ length: list.length }, (_, index) => () => list[index]);
}

/** The value at a path of classic properties; `undefined` where it is not given, which azurerm writes as an empty text too. */
export function valueAt(source: object, path: string): unknown {
  let place: unknown = source;
  const walked: string[] = [];
  for (const step of path.split(".")) {
    if (place === undefined || place === null) return undefined;
    if (typeof place !== "object") {
      const because = place === "[secret]" ? "is a secret that cannot be decrypted here" : "is no block of properties";
      throw new NotKnown(walked.join("."), because);
    }
    if (!(step in place)) return undefined;
    place = (place as Record<string, unknown>)[step];
    walked.push(step);
  }
  return place === "" || place === null ? undefined : place;
}

function isGiven(read: () => unknown): boolean {
  try {
    return read() !== undefined;
  } catch (error) {
    if (error instanceof UnknownValueError || error instanceof NotKnown) return true;
    throw error;
  }
}

/** A property that is read in a way of its own; by default it is there where reading it gives something. */
export function field(
  uses: readonly string[],
  leaves: readonly Leaf[],
  read: (source: object) => unknown,
  has: (source: object) => boolean = (source) => isGiven(() => read(source)),
): Field {
  return { uses: [...new Set(uses)], leaves, read, has };
}

/** A property that has another name or place, and the same value; older names follow the one in use now. */
export function prop(path: string, ...older: readonly string[]): Field {
  const names = [path, ...older];
  const nameIn = (source: object) => names.find((name) => isGiven(() => valueAt(source, name))) ?? path;
  return field(names, [{ path: "", classic: path, isExact: true, ...(older.length > 0 && { older }) }], (source) =>
    valueAt(source, nameIn(source)),
  );
}

/** A property that the classic provider sends with a value of its own, whatever the program says. */
export function fixed(value: Value): Field {
  return field([], [], () => value);
}

/** A property for which the classic provider sends a default of its own. */
export function withDefault(of: Field, value: Value): Field {
  return field(
    of.uses,
    of.leaves,
    (source) => of.read(source) ?? value,
    () => true,
  );
}

/** A property that is sent only while another one is not given. */
export function unlessGiven(path: string, of: Field): Field {
  return field(
    [...of.uses, path],
    of.leaves,
    (source) => of.read(source),
    (source) => !isGiven(() => valueAt(source, path)) && of.has(source),
  );
}

/** A property that is one thing where another one is given, and something else otherwise. */
export function whereGiven(path: string, value: Value, otherwise: Value): Field {
  return field([path], [], (source) => (isGiven(() => valueAt(source, path)) ? value : otherwise));
}

/** A property whose values are spelled differently: azure-native's spelling for each classic one. */
export function spelled(path: string, pairs: readonly (readonly [classic: Value, native: string])[]): Field {
  const values = Object.fromEntries(pairs.map(([classic, native]) => [native, classic]));
  return field([path], [{ path: "", classic: path, isExact: true, values }], (source) => {
    const value = valueAt(source, path);
    return pairs.find(([classic]) => classic === value)?.[1] ?? value;
  });
}

/** A yes or no that the classic provider asks the other way round; an older name asked it the same way. */
export function negated(path: string, older: string): Field {
  return field([path, older], [{ path: "", classic: path, isExact: false }], (source) => {
    const value = valueAt(source, path);
    return typeof value === "boolean" ? !value : (value ?? valueAt(source, older));
  });
}

/** The first of two fields that is there. */
export function firstGiven(one: Field, other: Field): Field {
  return field(
    [...one.uses, ...other.uses],
    [...one.leaves, ...other.leaves.filter(({ path }) => path !== "")],
    (source) => (one.has(source) ? one : other).read(source),
  );
}

/** A value that is computed from a classic property where that is known. */
export function computed(path: string, compute: (value: string) => unknown): Field {
  return field([path], [{ path: "", classic: path, isExact: false }], (source) => {
    const value = valueAt(source, path);
    return typeof value === "string" && value !== "[secret]" ? compute(value) : value;
  });
}

/** An object that the classic provider takes as JSON text. */
export function json(path: string): Field {
  return computed(path, (text) => {
    try {
      return JSON.parse(text);
    } catch {
      throw new NotKnown(path, "is no JSON");
    }
  });
}

/** A name in an ARM id: the last one, or another one counted from the end. */
export function nameInId(path: string, index = -1): Field {
  return computed(path, (id) => partOf(path, id, parseArmId(id)?.names.at(index)));
}

/** The resource group in an ARM id. */
export function groupInId(path: string): Field {
  return computed(path, (id) => partOf(path, id, parseArmId(id)?.resourceGroupName));
}

function partOf(path: string, id: string, part: string | undefined): string {
  if (part === undefined) throw new NotKnown(path, `is "${id}", which is no ARM id of such a resource`);
  return part;
}

/** What refers to a resource by its id. */
export function reference(path: string): Field {
  return block({ id: prop(path) }, path);
}

/** An object made of fields; it is there where one of them is. `as` is the classic block that has the same properties. */
export function block(fields: Fields, as?: string): Field {
  const entries = Object.entries(fields);
  return field(
    usesOf(fields),
    [...(as === undefined ? [] : [{ path: "", classic: as, isExact: false, isBlock: true }]), ...leavesOf(fields)],
    (source) => adaptObject(fields, source),
    (source) => entries.some(([, each]) => each.has(source)),
  );
}

/** The paths of all classic properties that fields are read from. */
export function usesOf(fields: Fields): readonly string[] {
  return Object.values(fields).flatMap(({ uses }) => uses);
}

/** Where the classic provider has what is below an object of fields. */
export function leavesOf(fields: Fields): readonly Leaf[] {
  return Object.entries(fields).flatMap(([name, each]) =>
    each.leaves.map((leaf) => ({ ...leaf, path: joined(name, leaf.path) })),
  );
}

function joined(name: string, path: string): string {
  return path === "" || path.startsWith("[") ? `${name}${path}` : `${name}.${path}`;
}
