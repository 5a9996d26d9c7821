import * as managedidentity from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";
import { alertRules } from "../../facts/resource-graph";
import { builtInRole } from "../../facts/roles";
import type { Problems } from "../shared/problems";
import { assignRole, PrincipalType } from "../shared/role-assignment";
import { isGuid } from "../shared/scope";
import type { ResolvedAlertScope } from "./scopes";

/** A user-assigned managed identity that exists. Azure lets it serve at most 50 such rules. */
export interface ReaderIdentityArgs {
  /** Its resource id. */
  userAssignedIdentityId: pulumi.Input<string>;
  /** Its principal id, a GUID, to have Reader assigned to it. Default: it is Reader at the scopes already. */
  principalId?: pulumi.Input<string>;
}

/** What the component's identity is made with. */
export interface IdentityPlace {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location?: pulumi.Input<string>;
  readonly tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** The identity that rules read with. */
export interface Reader {
  readonly id: pulumi.Input<string>;
  /** What must be there before a rule reads. */
  readonly roleAssignments: pulumi.Resource[];
}

/** The identity that the program gives. */
export function resolveIdentity(
  { userAssignedIdentityId, principalId }: ReaderIdentityArgs,
  problems: Problems,
): ReaderIdentityArgs {
  return {
    userAssignedIdentityId: problems.checked("identity.userAssignedIdentityId", userAssignedIdentityId ?? "", (id) =>
      userAssignedIdentity.test(id) ? undefined : `${JSON.stringify(id)} is not the id of a user-assigned identity.`,
    ),
    ...(principalId !== undefined && {
      principalId: problems.checked("identity.principalId", principalId, (id) =>
        isGuid(id) ? undefined : `${JSON.stringify(id)} is not a GUID, as principals have.`,
      ),
    }),
  };
}

const userAssignedIdentity =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/]+$/i;

/** The identity with Reader at the scopes: the given one, else one of the component's. */
export function makeReader(
  parent: pulumi.ComponentResource,
  name: string,
  given: ReaderIdentityArgs | undefined,
  scopes: readonly ResolvedAlertScope[],
  place: IdentityPlace,
): Reader {
  const { id, principalId } = given
    ? { id: given.userAssignedIdentityId, principalId: given.principalId }
    : new managedidentity.UserAssignedIdentity(name, { ...place }, { parent });
  if (principalId === undefined) return { id, roleAssignments: [] };
  const role = builtInRole(alertRules.role)?.guid ?? "";
  const roleAssignments = scopes.map((scope) =>
    assignRole(parent, `${name}-${scope.name}-reader`, {
      scope: scope.id,
      principalId,
      principalType: PrincipalType.ServicePrincipal,
      role,
      description: "Azure Update Manager: alerts",
    }),
  );
  return { id, roleAssignments };
}
