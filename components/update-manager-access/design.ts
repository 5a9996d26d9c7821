import * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import { mapInput } from "../shared/input";
import { notOneOf, Problems } from "../shared/problems";
import { guidOf, PrincipalType } from "../shared/role-assignment";
import { assignableScopeOf, isGuid } from "../shared/scope";
import { builtInRolesFor, customActionsFor, UpdateManagerOperation } from "./operations";
import { type AccessScopeArgs, type ResolvedScope, resolveScopes } from "./scopes";

/** A role definition of one's own, with the documented actions and no others. */
export interface CustomRoleArgs {
  /**
   * The role's name, which Azure wants to be the only one in the tenant. Default: `Azure Update Manager`, the project,
   * the stack and the component's name.
   */
  roleName?: pulumi.Input<string>;
  /** What the role is for. Default: the operations. */
  description?: pulumi.Input<string>;
}

/** The arguments of `UpdateManagerAccess`. */
export interface UpdateManagerAccessArgs {
  /** The object id of the principal in Microsoft Entra, a GUID. For a managed identity its principal id. */
  principalId: pulumi.Input<string>;
  /** What the principal is. */
  principalType: PrincipalType;
  /** What the principal does with Update Manager. */
  operations: UpdateManagerOperation[];
  /** Where it does so, by names of one's own, which become part of the names of resources. */
  scopes: { [name: string]: AccessScopeArgs };
  /** The types of machine that it does so with. Default: both. */
  resourceTypes?: MachineResourceType[];
  /** A custom role in place of built-in ones; `{}` for one with all defaults. Default: built-in roles. */
  customRole?: CustomRoleArgs;
}

/** A role at a scope. */
interface AccessAssignment {
  readonly name: string;
  readonly scope: pulumi.Input<string>;
  readonly role: { readonly name: pulumi.Input<string>; readonly guid: pulumi.Input<string> };
}

const kindOf: Readonly<Record<MachineResourceType, MachineKind>> = {
  [MachineResourceType.VirtualMachine]: "azure",
  [MachineResourceType.ArcServer]: "arc",
};

/**
 * The role assignments that the arguments ask for, and the role definition.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designAccess(name: string, args: UpdateManagerAccessArgs) {
  const problems: Problems = new Problems(`UpdateManagerAccess ${JSON.stringify(name)}`);
  const { principalId = "", principalType, operations = [], resourceTypes, customRole } = args;
  const wrongType = notOneOf(principalType, Object.values(PrincipalType));
  if (wrongType) problems.add("principalType", wrongType);
  if (operations.length === 0) problems.add("operations", "give what the principal does with Update Manager.");
  checkEnumeration("operations", operations, Object.values(UpdateManagerOperation), problems);
  if (resourceTypes?.length === 0) problems.add("resourceTypes", "is empty: leave it out for both.");
  checkEnumeration("resourceTypes", resourceTypes ?? [], Object.values(MachineResourceType), problems);

  const kinds = (resourceTypes ?? Object.values(MachineResourceType)).flatMap((type) => kindOf[type] ?? []);
  const scopes = resolveScopes(args.scopes ?? {}, kinds, operations, problems);
  const checkedPrincipal = problems.checked("principalId", principalId, notAPrincipal);
  if (problems.any) problems.fail();

  const description = `Azure Update Manager: ${operations.join(", ")}`;
  const custom = customRole && designCustomRole(name, customRole, description, scopes, operations, problems);
  if (problems.any) problems.fail();
  return {
    principal: { principalId: checkedPrincipal, principalType, description },
    customRole: custom,
    assignments: scopes.flatMap(({ name, id, machineKinds }): AccessAssignment[] =>
      custom
        ? [{ name, scope: id, role: custom }]
        : builtInRolesFor(operations, machineKinds).map((role) => ({
            name: `${name}-${role.name.toLowerCase().replaceAll(" ", "-")}`,
            scope: id,
            role,
          })),
    ),
  };
}

function designCustomRole(
  name: string,
  { roleName, description }: CustomRoleArgs,
  defaultDescription: string,
  scopes: readonly ResolvedScope[],
  operations: readonly UpdateManagerOperation[],
  problems: Problems,
) {
  const identity = `${pulumi.getProject()}/${pulumi.getStack()}/${name}`;
  const assignableScopes = distinctScopes(scopes.map(({ id }) => id));
  const [first] = scopes;
  const home = mapInput(first?.id ?? "", assignableScopeOf);
  return {
    // Azure documents the first assignable scope as the one that a role is defined at.
    scope: home,
    guid: mapInput(home, (scope) => guidOf("roleDefinitions", scope, identity)),
    name: problems.checked("customRole.roleName", roleName ?? `Azure Update Manager ${identity}`, (value) =>
      value.trim() === "" ? "is empty: give a name that no other role of the tenant has, or leave it out." : undefined,
    ),
    description: description ?? defaultDescription,
    actions: customActionsFor(operations, [...new Set(scopes.flatMap(({ machineKinds }) => machineKinds))]),
    assignableScopes,
  };
}

function distinctScopes(ids: readonly pulumi.Input<string>[]): pulumi.Output<string[]> {
  return pulumi.all(ids as pulumi.Input<string>[]).apply((resolved) => {
    const byId = new Map(resolved.map(assignableScopeOf).map((scope) => [scope.toLowerCase(), scope]));
    return [...byId.values()];
  });
}

function notAPrincipal(id: string): string | undefined {
  return isGuid(id)
    ? undefined
    : `${JSON.stringify(id)} is not the object id of a principal: a GUID, not a name or an application's client id.`;
}

function checkEnumeration(
  path: string,
  values: readonly string[],
  allowed: readonly string[],
  problems: Problems,
): void {
  values.forEach((value, index) => {
    const reason = notOneOf(value, allowed) ?? (values.indexOf(value) < index ? "is given twice." : undefined);
    if (reason) problems.add(`${path}[${index}]`, reason);
  });
}
