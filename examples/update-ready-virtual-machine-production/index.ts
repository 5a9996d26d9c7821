import {
  NatGateway,
  NetworkSecurityGroup,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
} from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const tags = { application: "shop", environment: "production", owner: "platform" };

const resourceGroup = new ResourceGroup("shop", { tags });
const resourceGroupName = resourceGroup.name;

// Repositories and Windows Update are on the Internet: all machines go out by one address, and nobody comes in.
const outboundAddress = new PublicIPAddress("outbound", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
  tags,
});
const natGateway = new NatGateway("outbound", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: outboundAddress.id }],
  tags,
});
const securityGroup = new NetworkSecurityGroup("machines", { resourceGroupName, tags });
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  tags,
});
const subnet = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  natGateway: { id: natGateway.id },
  networkSecurityGroup: { id: securityGroup.id },
});

const common = { resourceGroupName, subnetId: subnet.id, systemAssignedIdentity: true };

const webServer = (zone: string) =>
  new UpdateReadyVirtualMachine(`web-${zone}`, {
    ...common,
    zone,
    image: "ubuntu-24.04",
    vmSize: "Standard_D4s_v5",
    sshPublicKeys: [config.require("sshPublicKey")],
    osDisk: { diskSizeGB: 64, storageAccountType: "Premium_LRS" },
    customData: "#cloud-config\npackages: [nginx]\n",
    tags: { ...tags, role: "web" },
  });
const webServers = { "web-1": webServer("1"), "web-2": webServer("2"), "web-3": webServer("3") };

const database = new UpdateReadyVirtualMachine("database", {
  ...common,
  zone: "1",
  image: "windows-server-2025",
  vmSize: "Standard_E8s_v5",
  adminPassword: config.requireSecret("adminPassword"),
  timeZone: "W. Europe Standard Time",
  licenseType: "Windows_Server",
  osDisk: { storageAccountType: "Premium_LRS" },
  dataDisks: [
    { lun: 0, diskSizeGB: 1024, storageAccountType: "PremiumV2_LRS" },
    { lun: 1, diskSizeGB: 256, storageAccountType: "Premium_LRS", caching: "ReadOnly" },
  ],
  tags: { ...tags, role: "database" },
});

const night = { resourceGroupName, timeZone: "Europe/Berlin", duration: "03:00", tags };

// The server of the first zone is patched a night before the others, so that a bad update shows on one alone.
new MaintenanceSchedule("saturday-night", {
  ...night,
  startDateTime: "2027-01-09 02:00",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  virtualMachines: { "web-1": { id: webServers["web-1"].virtualMachineId } },
});
new MaintenanceSchedule("sunday-night", {
  ...night,
  startDateTime: "2027-01-10 02:00",
  recurrence: { weekly: { weekdays: ["Sunday"] } },
  windowsUpdates: { classificationsToInclude: ["Critical", "Security", "UpdateRollup", "Definition"] },
  virtualMachines: {
    "web-2": { id: webServers["web-2"].virtualMachineId },
    "web-3": { id: webServers["web-3"].virtualMachineId },
    database: { id: database.virtualMachineId },
  },
});

export const privateIpAddresses = pulumi.all(Object.values(webServers).map(({ privateIpAddress }) => privateIpAddress));
export const databaseId = database.virtualMachineId;
export const outboundIpAddress = outboundAddress.ipAddress;
