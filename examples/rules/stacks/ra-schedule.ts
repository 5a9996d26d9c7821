import * as authorization from "@pulumi/azure-native/authorization";
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
