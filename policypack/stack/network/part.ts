import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import type { Resources } from "./flow";
import { type Kind, meantBy } from "./linked";

/** A resource that names others, or an object within one that does, such as a subnet declared in its network. */
export interface Part {
  readonly resource: StackResource;
  readonly properties: Properties;
  /** The input of the resource that a property belongs to; what it was computed from is known of whole inputs alone. */
  topLevel(property: string): string;
}

/** A resource as a whole. */
export function whole(resource: StackResource): Part {
  return { resource, properties: resource.settings, topLevel: (property) => property };
}

/** An object within an input of a resource. */
export function within(resource: StackResource, topLevel: string, properties: Properties): Part {
  return { resource, properties, topLevel: () => topLevel };
}

/**
 * Whether something is attached by a property such as `natGateway`, whichever it is. Throws {@link NotKnown} where the
 * property is not known and was computed from no resource of the given type.
 */
export function hasAttached(part: Part, property: string, type: string): boolean {
  const reference = attempt(() => part.properties.object(property));
  if (!(reference instanceof NotKnown)) return reference.exist;
  if (part.resource.sourcesOf(part.topLevel(property), type).length > 0) return true;
  throw named(part.resource, reference);
}

/**
 * The resources of the stack that a property such as `networkSecurityGroup: { id }` may mean; none where nothing is
 * attached. Throws {@link NotKnown} where it is one outside this stack, or not known at all.
 */
export function attachedTo(part: Part, property: string, kind: Kind, stack: Resources): readonly StackResource[] {
  if (!hasAttached(part, property, kind.type)) return [];
  const id = () => {
    const text = part.properties.object(property).text("id");
    if (text !== undefined) return text;
    throw new NotKnown(`${part.properties.pathOf(property)}.id`, "is not given");
  };
  return meantBy(id, part.resource, part.topLevel(property), kind, stack);
}

/** The same reason, with the name of the resource that has the property. */
export function named(resource: StackResource, { property, because }: NotKnown): NotKnown {
  return new NotKnown(property, because.startsWith("of ") ? because : `of ${resource.name} ${because}`);
}
