import { builtInRole } from "../../facts/roles";
import { sameName } from "./arm-id";
import { type Place, placeNamedBy } from "./place";
import { NotKnown } from "./properties";
import type { StackResource } from "./resource";
import { attempt, findOf } from "./three-valued";

/** Actions that a role grants together, less some. */
interface Grant {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** A role: one that the stack defines, or a built-in one that the facts know. */
export class Role {
  private constructor(
    readonly name: string,
    /** The GUID of a built-in role. */
    readonly guid: string | undefined,
    private readonly read: () => readonly Grant[],
  ) {}

  /** A role definition of the stack. */
  static of({ name, settings }: StackResource): Role {
    return new Role(name, undefined, () =>
      settings.objects("permissions").map((permission) => ({
        actions: permission.texts("actions"),
        notActions: permission.texts("notActions"),
      })),
    );
  }

  /** A built-in role, by the id of its definition; `undefined` where it is none of those that Update Manager is used with. */
  static builtIn(roleDefinitionId: string): Role | undefined {
    const known = builtInRole(roleDefinitionId);
    return known && new Role(known.name, known.guid, () => [{ actions: known.actions ?? [], notActions: [] }]);
  }

  /** Whether the role grants an action, by name or by a wildcard. */
  grants(action: string): boolean {
    return this.read().some(
      ({ actions, notActions }) =>
        actions.some((each) => matches(each, action)) && !notActions.some((each) => matches(each, action)),
    );
  }

  /** Whether the role names an action, so that it is meant for what the action does; a wildcard says nothing of that. */
  names(action: string): boolean {
    return this.read().some(({ actions }) => actions.some((each) => sameName(each, action)));
  }
}

/** The assignment of a role to a principal. */
export class RoleAssignment {
  constructor(
    readonly resource: StackResource,
    private readonly roleDefinitions: readonly StackResource[],
  ) {}

  /** Where it grants. */
  get place(): Place {
    return placeNamedBy(this.resource, "scope");
  }

  /** Whether it grants to the managed identity of a resource of the stack. */
  isTo({ urn }: StackResource): boolean {
    return this.principalSources.some((source) => source.urn === urn);
  }

  /** Whether it grants to the same principal as another one does. */
  isToPrincipalOf(other: RoleAssignment): boolean {
    const [source, another] = this.principalSources;
    const [otherSource, anotherOfOther] = other.principalSources;
    if (source !== undefined && otherSource !== undefined && !another && !anotherOfOther) {
      return source.urn === otherSource.urn;
    }
    const [id, otherId] = [this, other].map(({ resource }) => resource.settings.text("principalId"));
    return id !== undefined && otherId !== undefined && sameName(id, otherId);
  }

  /** The role; `undefined` where it is neither defined by this stack nor among those that Update Manager is used with. */
  get role(): Role | undefined {
    const property = "roleDefinitionId";
    const [source, another] = this.resource.sourcesOf(property, "authorization:RoleDefinition");
    if (source !== undefined && another === undefined) return Role.of(source);
    const id = this.resource.settings.text(property);
    if (id === undefined) throw new NotKnown(property, "is not given");
    const own = findOf(this.roleDefinitions, ({ settings }) => id.endsWith(`/${settings.text(property) ?? ""}`));
    return own === undefined ? Role.builtIn(id) : Role.of(own);
  }

  /**
   * The role, where it is known already. An id of a definition names a subscription, so that it is often computed from a
   * scope and known only after deployment.
   */
  get knownRole(): Role | undefined {
    const role = attempt(() => this.role);
    return role instanceof NotKnown ? undefined : role;
  }

  /** Whether the role may be, for all that is known, one that meets a condition. */
  mayGive(condition: (role: Role) => boolean): boolean {
    return (
      attempt(() => {
        const { role } = this;
        return role !== undefined && condition(role);
      }) !== false
    );
  }

  private get principalSources(): readonly StackResource[] {
    return this.resource.allSourcesOf("principalId");
  }
}

function matches(pattern: string, action: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}
