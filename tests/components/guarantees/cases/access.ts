import { UpdateManagerAccess, type UpdateManagerAccessArgs } from "../../../../index";
import { arcServerId, defineCase, linuxMachineId, principalId, resourceGroup, subscription } from "./case";

const everything: UpdateManagerAccessArgs = {
  principalId,
  principalType: "Group",
  operations: ["View", "Assess", "InstallNow", "ChangeUpdateSettings", "AuthorSchedules", "RemediatePolicies"],
  scopes: { patching: { resourceGroupId: resourceGroup }, all: { subscriptionId: subscription } },
  customRole: { roleName: "Update operator", description: "Patches machines." },
};

export const updateManagerAccess = defineCase<UpdateManagerAccessArgs>({
  component: UpdateManagerAccess,
  slug: "update-manager-access",
  // The subscription, where the status of operations is, may be for another program to grant.
  against: ["ra-subscription-status"],
  accepted: [
    everything,
    { ...everything, customRole: undefined },
    {
      principalId,
      principalType: "ServicePrincipal",
      operations: ["View", "Assess"],
      scopes: { linux: { virtualMachineId: linuxMachineId }, ledger: { arcServerId } },
    },
    {
      principalId,
      principalType: "User",
      operations: ["ReadOperationStatus"],
      scopes: { all: { subscriptionId: subscription } },
      resourceTypes: ["Microsoft.HybridCompute/machines"],
      customRole: {},
    },
  ],
  outputs: ["principalId", "scopes.*.*", "customRole.roleName"],
  children: [
    "azure-native:authorization:RoleAssignment it-all",
    "azure-native:authorization:RoleAssignment it-patching",
    "azure-native:authorization:RoleDefinition it",
  ],
});
