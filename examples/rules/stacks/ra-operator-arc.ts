import * as authorization from "@pulumi/azure-native/authorization";
import { resourceGroup } from "../fleet";

const name = "ra-operator-arc";

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
