import { type Leaf, leavesOf } from "./field";
import { mappingOf, mappings } from "./mappings";

/** A classic path, with the leaf that it was found by. */
export interface Counterpart {
  readonly path: string;
  readonly leaf: Leaf;
  /** Whether the leaf is that very property, and not one above it. */
  readonly isWhole: boolean;
}

const leavesByType = new Map<string, readonly Leaf[]>();

/** Where a type of the classic provider has the properties of azure-native. */
export function leavesFor(type: string): readonly Leaf[] {
  const known = leavesByType.get(type);
  if (known !== undefined) return known;
  const mapping = mappingOf(type);
  const leaves = mapping === undefined ? [] : leavesOf(mapping.fields);
  leavesByType.set(type, leaves);
  return leaves;
}

/** Where any type of the classic provider has the properties of azure-native. */
export function allLeaves(): readonly Leaf[] {
  everyLeaf ??= mappings.flatMap(({ fields }) => leavesOf(fields));
  return everyLeaf;
}

let everyLeaf: readonly Leaf[] | undefined;

/**
 * Where a type of the classic provider has what azure-native has at a path; `undefined` where it has no such property. What
 * is below a property that both have alike is there as well.
 */
export function counterpartOf(type: string, path: string): Counterpart | undefined {
  const indices = [...path.matchAll(/\[(\d+)\]/g)].map(([index]) => index);
  const general = path.replaceAll(/\[\d+\]/g, "[]");
  const isAbove = (leaf: Leaf) =>
    !leaf.isBlock && (general.startsWith(`${leaf.path}.`) || general.startsWith(`${leaf.path}[`));
  const leaves = leavesFor(type);
  const leaf = leaves.find((each) => each.path === general) ?? longest(leaves.filter(isAbove));
  if (leaf === undefined) return undefined;
  const below = general.slice(leaf.path.length);
  let next = 0;
  const withIndices = `${leaf.classic}${below}`.replaceAll("[]", () => indices[next++] ?? "[]");
  return { path: withIndices, leaf, isWhole: below === "" };
}

function longest(leaves: readonly Leaf[]): Leaf | undefined {
  return [...leaves].sort((one, other) => other.path.length - one.path.length)[0];
}

/**
 * Where a resource of the classic provider has what azure-native has at a path, for example `patchMode` for
 * `osProfile.linuxConfiguration.patchSettings.patchMode`; `undefined` where it has no such property.
 *
 * @param type Type token of the resource in the classic provider.
 */
export function classicPath(type: string, path: string): string | undefined {
  return counterpartOf(type, path)?.path;
}
