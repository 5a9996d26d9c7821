import { NetworkSecurityGroup } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { UpdateNetworkRules } from "pulumi-azure-update-manager";

const resourceGroup = new ResourceGroup("patching");
const machines = new NetworkSecurityGroup("machines", { resourceGroupName: resourceGroup.name });

const updates = new UpdateNetworkRules("updates", {
  resourceGroupName: resourceGroup.name,
  sources: { windowsUpdate: true },
  networkSecurityGroup: { networkSecurityGroupName: machines.name },
});

// For the team that owns the firewall: `pulumi stack output wayToUpdates`.
export const wayToUpdates = updates.describe();
