// What this stack gets wrong is meant: each machine is one that Azure creates without a word and that Azure Update
// Manager then cannot assess or patch. Preview it with the policy pack to see why.
import { VirtualMachine } from "@pulumi/azure-native/compute";
import { ConfigurationAssignment, MaintenanceConfiguration } from "@pulumi/azure-native/maintenance";
import { NatGateway, NetworkInterface, PublicIPAddress, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const sshPublicKey = config.require("sshPublicKey");

const resourceGroup = new ResourceGroup("patching");

const outboundAddress = new PublicIPAddress("outbound", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});
const natGateway = new NatGateway("outbound", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: outboundAddress.id }],
});
const network = new VirtualNetwork("network", {
  resourceGroupName: resourceGroup.name,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const subnet = new Subnet("machines", {
  resourceGroupName: resourceGroup.name,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  natGateway: { id: natGateway.id },
});

const schedule = new MaintenanceConfiguration("saturday-night", {
  resourceGroupName: resourceGroup.name,
  maintenanceScope: "InGuestPatch",
  extensionProperties: { InGuestPatchMode: "User" },
  visibility: "Custom",
  startDateTime: "2026-01-10 02:00",
  timeZone: "W. Europe Standard Time",
  duration: "03:00",
  recurEvery: "Week Saturday",
  installPatches: {
    rebootSetting: "IfRequired",
    linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
    windowsParameters: { classificationsToInclude: ["Critical", "Security"] },
  },
});

function networkProfileOf(machine: string) {
  const networkInterface = new NetworkInterface(machine, {
    resourceGroupName: resourceGroup.name,
    ipConfigurations: [{ name: "primary", subnet: { id: subnet.id }, privateIPAllocationMethod: "Dynamic" }],
  });
  return { networkInterfaces: [{ id: networkInterface.id, primary: true }] };
}

function patchOnSaturdays(machine: string, virtualMachine: VirtualMachine) {
  new ConfigurationAssignment(`${machine}-saturday-night`, {
    resourceGroupName: resourceGroup.name,
    providerName: "Microsoft.Compute",
    resourceType: "virtualMachines",
    resourceName: virtualMachine.name,
    maintenanceConfigurationId: schedule.id,
  });
}

// A schedule is assigned, but the patch mode is left at the image's default and nothing assesses the machine.
const web = new VirtualMachine("web", {
  resourceGroupName: resourceGroup.name,
  hardwareProfile: { vmSize: "Standard_D2s_v5" },
  networkProfile: networkProfileOf("web"),
  storageProfile: {
    imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
    osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" } },
  },
  osProfile: {
    computerName: "web",
    adminUsername: "azureuser",
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: sshPublicKey }] },
    },
  },
});
patchOnSaturdays("web", web);

// The patch mode is right, but the bypass that a schedule needs is missing, and extensions, by which every update is
// installed, are forbidden.
const files = new VirtualMachine("files", {
  resourceGroupName: resourceGroup.name,
  hardwareProfile: { vmSize: "Standard_D2s_v5" },
  networkProfile: networkProfileOf("files"),
  storageProfile: {
    imageReference: {
      publisher: "MicrosoftWindowsServer",
      offer: "WindowsServer",
      sku: "2022-datacenter-azure-edition",
      version: "latest",
    },
    osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" } },
  },
  osProfile: {
    computerName: "files",
    adminUsername: "azureuser",
    adminPassword: config.requireSecret("adminPassword"),
    allowExtensionOperations: false,
    windowsConfiguration: {
      enableAutomaticUpdates: true,
      provisionVMAgent: true,
      patchSettings: { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform" },
    },
  },
});
patchOnSaturdays("files", files);

// Every setting is right, but Azure Update Manager does not support the image.
const legacy = new VirtualMachine("legacy", {
  resourceGroupName: resourceGroup.name,
  hardwareProfile: { vmSize: "Standard_D2s_v5" },
  networkProfile: networkProfileOf("legacy"),
  storageProfile: {
    imageReference: { publisher: "OpenLogic", offer: "CentOS", sku: "8_5-gen2", version: "latest" },
    osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
  },
  osProfile: {
    computerName: "legacy",
    adminUsername: "azureuser",
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      provisionVMAgent: true,
      ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: sshPublicKey }] },
      patchSettings: {
        patchMode: "AutomaticByPlatform",
        assessmentMode: "AutomaticByPlatform",
        automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true },
      },
    },
  },
});
patchOnSaturdays("legacy", legacy);
