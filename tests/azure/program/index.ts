import { VirtualMachine } from "@pulumi/azure-native/compute";
import { ConfigurationAssignment, MaintenanceConfiguration } from "@pulumi/azure-native/maintenance";
import { NetworkInterface, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

const { name: resourceGroupName } = new ResourceGroup("rg");
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const subnet = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
});
const networkInterface = new NetworkInterface("nic", {
  resourceGroupName,
  ipConfigurations: [{ name: "primary", subnet: { id: subnet.id } }],
});
const machine = new VirtualMachine("vm", {
  resourceGroupName,
  hardwareProfile: { vmSize: "Standard_B2s" },
  networkProfile: { networkInterfaces: [{ id: networkInterface.id }] },
  osProfile: {
    adminUsername: "azureuser",
    adminPassword: pulumi.secret("correct-horse-9"),
    computerName: "vm",
    linuxConfiguration: { patchSettings: { patchMode: config.get("patchMode") ?? "AutomaticByPlatform" } },
  },
  storageProfile: {
    imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
  },
});
const schedule = new MaintenanceConfiguration("weekly", {
  resourceGroupName,
  maintenanceScope: "InGuestPatch",
  extensionProperties: { InGuestPatchMode: "User" },
  startDateTime: "2030-01-05 02:00",
  duration: "03:00",
  timeZone: "UTC",
  recurEvery: "Week Saturday",
});
new ConfigurationAssignment("weekly", {
  resourceGroupName,
  providerName: "Microsoft.Compute",
  resourceType: "virtualMachines",
  resourceName: machine.name,
  maintenanceConfigurationId: schedule.id,
});
