import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";
import { resourceGroup } from "../fleet";

const name = "ra-operator-arc";
const { subscriptionId } = authorization.getClientConfigOutput();

function operator(actions: string[]): void {
  new authorization.RoleDefinition(name, {
    scope: resourceGroup.id,
    roleName: "Patch operator of Arc-enabled servers",
    assignableScopes: [resourceGroup.id],
    permissions: [{ actions }],
  });
}

export function met(): void {
  operator([
    "Microsoft.HybridCompute/locations/updateCenterOperationResults/read",
    "Microsoft.HybridCompute/machines/read",
    "Microsoft.HybridCompute/machines/installPatches/action",
    "Microsoft.HybridCompute/machines/patchAssessmentResults/*",
    "Microsoft.HybridCompute/machines/patchInstallationResults/*",
  ]);
}

export function broken(): void {
  operator(["Microsoft.HybridCompute/machines/read", "Microsoft.HybridCompute/machines/installPatches/action"]);
}

export function component(): void {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  new UpdateManagerAccess(name, {
    principalId,
    principalType: "ServicePrincipal",
    operations: ["InstallNow"],
    resourceTypes: ["Microsoft.HybridCompute/machines"],
    scopes: { subscription: { subscriptionId } },
    customRole: {},
  });
}
