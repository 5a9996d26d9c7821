import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";
import { resourceGroup, roles } from "../fleet";

const name = "ra-reader-pair";

function assignRoles(...roleDefinitionIds: string[]): void {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  roleDefinitionIds.forEach((roleDefinitionId, index) => {
    new authorization.RoleAssignment(index === 0 ? name : `${name}-${index}`, {
      scope: resourceGroup.id,
      principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId,
    });
  });
}

export function met(): void {
  assignRoles(roles.scheduledPatchingContributor, roles.reader);
}

export function broken(): void {
  assignRoles(roles.scheduledPatchingContributor);
}

export function component(): void {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  new UpdateManagerAccess(name, {
    principalId,
    principalType: "ServicePrincipal",
    operations: ["AuthorSchedules"],

    scopes: { group: { resourceGroupId: resourceGroup.id } },
  });
}
