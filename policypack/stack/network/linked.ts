import { parseArmId, sameName } from "../arm-id";
import { sameSetting } from "../maintenance";
import { mayBeIn } from "../place";
import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt, everyOf } from "../three-valued";
import type { Resources } from "./flow";

/** How resources of a type are named: their type and the input that has the name. */
export interface Kind {
  readonly type: string;
  readonly nameProperty: string;
}

/**
 * Whether a resource that names its parent in an input is part of the given one. Throws {@link NotKnown} where that is
 * not known.
 */
export function isPartOf(child: StackResource, property: string, parent: StackResource, kind: Kind): boolean {
  const named = child.sourcesOf(property, kind.type);
  if (named.length > 0) {
    if (!named.some(({ urn }) => urn === parent.urn)) return false;
    if (named.length === 1) return true;
    throw new NotKnown(property, `of ${child.name} may name any of several resources`);
  }
  return everyOf(
    () => child.quoted(() => sameSetting(child, property, parent, kind.nameProperty)),
    () => child.quoted(() => sameSetting(child, "resourceGroupName", parent, "resourceGroupName")),
  );
}

/**
 * The resources that an id in an input may mean: those of the stack with that name, else, for an id known only after
 * deployment, those that the top-level input was computed from. Throws {@link NotKnown} where it may mean others.
 */
export function meantBy(
  id: () => string,
  owner: StackResource,
  topLevel: string,
  { type, nameProperty }: Kind,
  stack: Resources,
): readonly StackResource[] {
  const text = attempt(id);
  if (text instanceof NotKnown) {
    const sources = owner.sourcesOf(topLevel, type);
    if (sources.length > 0) return sources;
    throw new NotKnown(text.property, `of ${owner.name} ${text.because}`);
  }
  const named = parseArmId(text);
  const found = stack.ofType(type).filter((resource) => {
    const { settings } = resource;
    const name = attempt(() => settings.text(nameProperty));
    const group = attempt(() => settings.text("resourceGroupName"));
    const isSameGroup = typeof group !== "string" || sameName(group, named?.resourceGroupName ?? "");
    return (
      typeof name === "string" &&
      sameName(name, named?.names.at(-1) ?? "") &&
      isSameGroup &&
      mayBeIn(named?.subscriptionId, resource)
    );
  });
  if (found.length > 0) return found;
  throw new NotKnown(topLevel, `of ${owner.name} has ${JSON.stringify(text)}, which is not visible here`);
}
