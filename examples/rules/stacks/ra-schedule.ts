import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";
import { resourceGroup } from "../fleet";

const name = "ra-schedule";

function author(actions: string[]): void {
  new authorization.RoleDefinition(name, {
    scope: resourceGroup.id,
    roleName: "Schedule author",
    assignableScopes: [resourceGroup.id],
    permissions: [{ actions }],
  });
}

export function met(): void {
  author([
    "Microsoft.Maintenance/configurationAssignments/write",
    "Microsoft.Maintenance/maintenanceConfigurations/read",
  ]);
}

export function broken(): void {
  author(["Microsoft.Maintenance/configurationAssignments/write"]);
}

export function component(): void {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  new UpdateManagerAccess(name, {
    principalId,
    principalType: "ServicePrincipal",
    operations: ["AuthorSchedules"],

    scopes: { group: { resourceGroupId: resourceGroup.id } },
    customRole: {},
  });
}
