import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";
import { resourceGroup } from "../fleet";

const name = "ra-operator-vm";
const { subscriptionId } = authorization.getClientConfigOutput();

function operator(actions: string[]): void {
  new authorization.RoleDefinition(name, {
    scope: resourceGroup.id,
    roleName: "Patch operator of Azure VMs",
    assignableScopes: [resourceGroup.id],
    permissions: [{ actions }],
  });
}

export function met(): void {
  operator([
    "Microsoft.Compute/locations/operations/read",
    "Microsoft.Compute/virtualMachines/read",
    "Microsoft.Compute/virtualMachines/assessPatches/action",
    "Microsoft.Compute/virtualMachines/installPatches/action",
    "Microsoft.Compute/virtualMachines/patchAssessmentResults/*",
    "Microsoft.Compute/virtualMachines/patchInstallationResults/*",
  ]);
}

export function broken(): void {
  operator([
    "Microsoft.Compute/virtualMachines/read",
    "Microsoft.Compute/virtualMachines/assessPatches/action",
    "Microsoft.Compute/virtualMachines/installPatches/action",
  ]);
}

export function component(): void {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  new UpdateManagerAccess(name, {
    principalId,
    principalType: "ServicePrincipal",
    operations: ["Assess", "InstallNow"],
    resourceTypes: ["Microsoft.Compute/virtualMachines"],
    scopes: { subscription: { subscriptionId } },
    customRole: {},
  });
}
