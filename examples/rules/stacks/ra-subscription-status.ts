import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";
import { resourceGroup } from "../fleet";

const name = "ra-subscription-status";
const { subscriptionId } = authorization.getClientConfigOutput();
const subscription = pulumi.interpolate`/subscriptions/${subscriptionId}`;

function role(suffix: string, actions: string[]): authorization.RoleDefinition {
  return new authorization.RoleDefinition(`${name}${suffix}`, {
    scope: subscription,
    roleName: `Patch operator${suffix}`,
    assignableScopes: [subscription],
    permissions: [{ actions }],
  });
}

function assignOperator(): pulumi.Output<string> {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  const operator = role("", [
    "Microsoft.Compute/locations/operations/read",
    "Microsoft.Compute/virtualMachines/read",
    "Microsoft.Compute/virtualMachines/assessPatches/action",
    "Microsoft.Compute/virtualMachines/patchAssessmentResults/*",
    "Microsoft.Compute/virtualMachines/patchInstallationResults/*",
  ]);
  new authorization.RoleAssignment(name, {
    scope: resourceGroup.id,
    principalId,
    principalType: "ServicePrincipal",
    roleDefinitionId: operator.id,
  });
  return principalId;
}

export function met(): void {
  new authorization.RoleAssignment(`${name}-progress`, {
    scope: subscription,
    principalId: assignOperator(),
    principalType: "ServicePrincipal",
    roleDefinitionId: role("-progress", ["Microsoft.Compute/locations/operations/read"]).id,
  });
}

export function broken(): void {
  assignOperator();
}

export function component(): void {
  const { principalId } = new managedidentity.UserAssignedIdentity(name, { resourceGroupName: resourceGroup.name });
  new UpdateManagerAccess(name, {
    principalId,
    principalType: "ServicePrincipal",
    operations: ["Assess"],
    resourceTypes: ["Microsoft.Compute/virtualMachines"],
    scopes: { group: { resourceGroupId: resourceGroup.id } },
    customRole: {},
  });
  new UpdateManagerAccess(`${name}-progress`, {
    principalId,
    principalType: "ServicePrincipal",
    operations: ["ReadOperationStatus"],
    scopes: { subscription: { subscriptionId } },
    customRole: {},
  });
}
