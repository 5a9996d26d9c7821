import type * as pulumi from "@pulumi/pulumi";
import type { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import { member } from "../shared/member";
import type { Problems } from "../shared/problems";
import { PrincipalType } from "../shared/role-assignment";
import { isSkipped } from "../shared/skipping";
import { type CustomRoleArgs, designAccess, type UpdateManagerAccessArgs } from "../update-manager-access/design";
import { UpdateManagerOperation } from "../update-manager-access/operations";
import type { AccessScopeArgs } from "../update-manager-access/scopes";
import type { Fleet } from "./fleet";
import { later, type Rehearsal, withoutOutputs } from "./rehearsal";

/** A principal that uses Update Manager: the arguments of an `UpdateManagerAccess`. */
export interface FleetPrincipalArgs {
  /** The object id of the principal in Microsoft Entra, a GUID. For a managed identity its principal id. */
  principalId: pulumi.Input<string>;
  /** What the principal is. Default: `Group`. */
  principalType?: PrincipalType;
  /** What the principal does. Default: `View`, `Assess` and `InstallNow`. */
  operations?: UpdateManagerOperation[];
  /** Where it does so. Default: in the fleet's resource group. */
  scopes?: { [name: string]: AccessScopeArgs };
  /** The types of machine that it does so with. Default: those of the fleet; with `scopes` both. */
  resourceTypes?: MachineResourceType[];
  /** A custom role in place of built-in ones; `{}` for one with all defaults. Default: built-in roles. */
  customRole?: CustomRoleArgs;
}

/** Who uses Update Manager for the fleet. */
export interface FleetAccessArgs {
  /** Grants nothing. Default: false. */
  skip?: boolean;
  /** The principals, by a name for each. */
  principals?: { [name: string]: FleetPrincipalArgs };
}

/** The arguments for a principal's access, but for the id of the fleet's resource group. */
export type AccessDesign = (resourceGroupId: pulumi.Input<string>) => UpdateManagerAccessArgs;

/** The access that the arguments ask for, by principal. */
export function designFleetAccess(
  fleet: Fleet,
  args: FleetAccessArgs | undefined,
  resourceTypes: MachineResourceType[],
  rehearsal: Rehearsal,
  problems: Problems,
): Readonly<Record<string, AccessDesign>> {
  if (args === undefined || isSkipped("access", args, problems)) return {};
  const principals = Object.entries(args.principals ?? {});
  if (principals.length === 0) problems.add("access.principals", "give at least one, or skip access or leave it out.");
  const designs = principals.map(([name, principal]) => {
    const design: AccessDesign = (resourceGroupId) => accessArgs(principal, resourceTypes, resourceGroupId);
    rehearsal.of({ path: member("access.principals", name) }, () =>
      designAccess(`${fleet.name}-${name}`, withoutOutputs(design(later()))),
    );
    return [name, design] as const;
  });
  return Object.fromEntries(designs);
}

function accessArgs(
  principal: FleetPrincipalArgs,
  resourceTypes: MachineResourceType[],
  resourceGroupId: pulumi.Input<string>,
): UpdateManagerAccessArgs {
  const { View, Assess, InstallNow } = UpdateManagerOperation;
  const { principalType = PrincipalType.Group, operations = [View, Assess, InstallNow], scopes } = principal;
  return {
    ...principal,
    principalType,
    operations,
    scopes: scopes ?? { fleet: { resourceGroupId } },
    resourceTypes: principal.resourceTypes ?? (scopes ? undefined : resourceTypes),
  };
}
