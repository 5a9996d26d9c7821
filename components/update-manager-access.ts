import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { assignRole } from "./shared/role-assignment";
import { designAccess, type UpdateManagerAccessArgs } from "./update-manager-access/design";

/**
 * What a principal needs to use Azure Update Manager, and no more: for its operations the smallest built-in roles that
 * are documented to be enough, or one custom role of the documented actions, assigned at machines, resource groups or
 * subscriptions. It never grants Owner or Contributor.
 *
 * ```typescript
 * new UpdateManagerAccess("operators", {
 *   principalId: operatorsGroupObjectId,
 *   principalType: "Group",
 *   operations: ["View", "Assess", "InstallNow"],
 *   scopes: { web: { resourceGroupId: resourceGroup.id } },
 * });
 * ```
 *
 * Role assignments have names that follow from scope, principal and role, so that the same program always writes the
 * same ones. Whoever deploys it needs a role that grants roles, such as Role Based Access Control Administrator, and
 * for `customRole` User Access Administrator. Delegation through Azure Lighthouse is not supported by Update Manager.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class UpdateManagerAccess extends pulumi.ComponentResource {
  /** The resource ids of the role assignments. */
  public readonly roleAssignmentIds: pulumi.Output<string[]>;
  /** The names of the roles that are assigned, each once. */
  public readonly roleNames: pulumi.Output<string[]>;
  /** The resource id of the custom role's definition; `undefined` without `customRole`. */
  public readonly customRoleDefinitionId: pulumi.Output<string | undefined>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args who does what, where
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: UpdateManagerAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    const { principal, customRole, assignments } = designAccess(name, args);
    super("pulumi-azure-update-manager:index:UpdateManagerAccess", name, args, opts);

    const roleDefinition =
      customRole &&
      new authorization.RoleDefinition(
        name,
        {
          scope: customRole.scope,
          roleDefinitionId: customRole.guid,
          roleName: customRole.name,
          roleType: "CustomRole",
          description: customRole.description,
          permissions: [{ actions: [...customRole.actions], notActions: [] }],
          assignableScopes: customRole.assignableScopes,
        },
        // The role's name may exist once in a tenant.
        { parent: this, deleteBeforeReplace: true },
      );

    const roleAssignments = assignments.map(({ name: assignment, scope, role }) =>
      assignRole(this, `${name}-${assignment}`, { ...principal, scope, role: roleDefinition?.name ?? role.guid }),
    );

    this.roleAssignmentIds = pulumi.all(roleAssignments.map(({ id }) => id));
    this.roleNames = pulumi.all([...new Set(assignments.map(({ role }) => role.name))]);
    this.customRoleDefinitionId = roleDefinition ? roleDefinition.id : pulumi.output(undefined);
    this.registerOutputs({
      roleAssignmentIds: this.roleAssignmentIds,
      roleNames: this.roleNames,
      customRoleDefinitionId: this.customRoleDefinitionId,
    });
  }
}
