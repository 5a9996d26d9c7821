import {
  adaptObject,
  type Field,
  type Fields,
  field,
  itemsOf,
  type Leaf,
  lazyList,
  leavesOf,
  reference,
  usesOf,
  valueAt,
} from "./field";

/*
 * Properties that are lists in azure-native, in the classic provider, or in both.
 */

/** A list of references for a list of ids. */
export function references(path: string): Field {
  return list(path, (id) => ({ id }), [
    { path: "", classic: path, isExact: false },
    { path: "[].id", classic: `${path}[]`, isExact: true },
  ]);
}

/** A list of one reference, for which the classic provider takes an id instead of a list of ids. */
export function onlyReference(path: string): Field {
  const leaves = [
    { path: "", classic: path, isExact: false },
    { path: "[].id", classic: path, isExact: true },
  ];
  const only = reference(path);
  return field([path], leaves, (source) => (only.has(source) ? lazyList([() => only.read(source)]) : undefined));
}

/** A list of objects that are made of values. */
export function listOf(path: string, adapt: (value: unknown) => object): Field {
  return list(path, adapt, [{ path: "", classic: path, isExact: false }]);
}

/**
 * One list for two. An index in it names an item of one or the other, depending on how many there are, so that no path
 * below it has a classic counterpart.
 */
export function concatenated(one: Field, other: Field): Field {
  return field([...one.uses, ...other.uses], [], (source) => {
    const lists = [one, other].filter((each) => each.has(source)).map((each) => each.read(source));
    const odd = lists.find((each) => !Array.isArray(each));
    if (odd !== undefined) return odd;
    return lists.length === 0 ? undefined : lazyList(lists.flatMap((each) => itemsOf(each as readonly unknown[])));
  });
}

/** A list of objects, each made of fields that are read from a classic one. */
export function items(path: string, fields: Fields): Field {
  const leaves = leavesOf(fields).map((leaf) => ({
    ...leaf,
    path: `[].${leaf.path}`,
    classic: `${path}[].${leaf.classic}`,
  }));
  const adapt = (item: unknown) => (typeof item === "object" && item !== null ? adaptObject(fields, item) : item);
  const of = list(path, adapt, [{ path: "", classic: path, isExact: false, isBlock: true }, ...leaves]);
  return { ...of, uses: [path, ...usesBelow(`${path}[]`, fields)] };
}

/** An object for which the classic provider takes a list of which it uses the first item. */
export function firstItem(path: string, fields: Fields): Field {
  const leaves = leavesOf(fields).map((leaf) => ({ ...leaf, classic: `${path}[0].${leaf.classic}` }));
  const uses = [path, ...usesBelow(`${path}[0]`, fields)];
  return field(uses, [{ path: "", classic: `${path}[0]`, isExact: false, isBlock: true }, ...leaves], (source) => {
    const value = valueAt(source, path);
    const item: unknown = Array.isArray(value) ? value[0] : value;
    return typeof item === "object" && item !== null ? adaptObject(fields, item) : (item ?? undefined);
  });
}

function usesBelow(item: string, fields: Fields): readonly string[] {
  return usesOf(fields).map((path) => `${item}.${path}`);
}

function list(path: string, adapt: (item: unknown) => unknown, leaves: readonly Leaf[]): Field {
  return field([path], leaves, (source) => {
    const value = valueAt(source, path);
    if (!Array.isArray(value)) return value;
    return lazyList(itemsOf(value).map((item) => () => adapt(item())));
  });
}
