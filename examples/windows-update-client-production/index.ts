import {
  NatGateway,
  NetworkSecurityGroup,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
} from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  MaintenanceSchedule,
  UpdateNetworkRules,
  UpdateReadyVirtualMachine,
  WindowsUpdateClient,
} from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const adminPassword = config.requireSecret("adminPassword");

const resourceGroup = new ResourceGroup("machines");
const resourceGroupName = resourceGroup.name;

const securityGroup = new NetworkSecurityGroup("machines", { resourceGroupName });
new UpdateNetworkRules("wsus", {
  resourceGroupName,
  sources: { wsus: { fqdns: ["wsus.example.com"], addresses: [config.require("wsusAddress")] } },
  networkSecurityGroup: { networkSecurityGroupName: securityGroup.name },
});
// Updates come from WSUS, but the machines' agents work with Azure.
const outboundAddress = new PublicIPAddress("outbound", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});
const natGateway = new NatGateway("outbound", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: outboundAddress.id }],
});
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const subnet = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  natGateway: { id: natGateway.id },
  networkSecurityGroup: { id: securityGroup.id },
});

// What is approved for the canaries on WSUS is installed four days before the rest gets it.
const rings = { canary: { group: "Canary", offset: 1 }, broad: { group: "Broad", offset: 5 } };

for (const [ring, { group, offset }] of Object.entries(rings)) {
  const machine = new UpdateReadyVirtualMachine(ring, {
    resourceGroupName,
    subnetId: subnet.id,
    image: "windows-server-2025",
    adminPassword,
    tags: { ring },
  });
  const virtualMachines = { web: { id: machine.virtualMachineId } };
  const client = new WindowsUpdateClient(ring, {
    virtualMachines,
    patchOrchestration: machine.patchOrchestration,
    wsus: {
      serverUrl: "https://wsus.example.com:8531",
      targetGroups: [group],
      blockInternetLocations: true,
    },
    tags: { ring },
  });
  // A run that begins before the machine knows its server would ask Windows Update.
  new MaintenanceSchedule(
    ring,
    {
      resourceGroupName,
      startDateTime: "2027-01-01 22:00",
      timeZone: "Europe/Berlin",
      recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday", offset } },
      windowsUpdates: { classificationsToInclude: ["Critical", "Security", "UpdateRollup"] },
      virtualMachines,
      tags: { ring },
    },
    { dependsOn: client },
  );
}
