/*
 * What the stacks of the rules share: one network, and machines and schedules with which nothing is wrong, so that each
 * stack shows only what its rule is about.
 */
import * as compute from "@pulumi/azure-native/compute";
import * as maintenance from "@pulumi/azure-native/maintenance";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import type { input } from "@pulumi/azure-native/types";

export const resourceGroup = new resources.ResourceGroup("rules", { location: "westeurope" });

const virtualNetwork = new network.VirtualNetwork("rules", {
  resourceGroupName: resourceGroup.name,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const publicIPAddress = new network.PublicIPAddress("rules", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});
const natGateway = new network.NatGateway("rules", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: publicIPAddress.id }],
});
const subnet = new network.Subnet("rules", {
  resourceGroupName: resourceGroup.name,
  virtualNetworkName: virtualNetwork.name,
  addressPrefix: "10.0.0.0/16",
  natGateway: { id: natGateway.id },
});

/** The patch settings of a machine that waits for its own schedule. */
export const scheduled = {
  patchMode: "AutomaticByPlatform",
  assessmentMode: "AutomaticByPlatform",
  automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true },
};

/** The patch settings of a machine that Azure patches at times of its own choice, as its owner says in so many words. */
export const patchedByAzure = {
  patchMode: "AutomaticByPlatform",
  assessmentMode: "AutomaticByPlatform",
  automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: false },
};

const sshPublicKey =
  "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDFVXFV0Uzb2pM4y1hQ0r6hTq6mNnJkZ4YqvVYyB0bTgXc6qXk0s0ZyQ0xWgq1jJmGJqz8vJtQ2yqgYJmJc2C1R example";

export const ubuntu = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };
export const windowsServer = {
  publisher: "MicrosoftWindowsServer",
  offer: "WindowsServer",
  sku: "2022-datacenter-g2",
  version: "latest",
};

/** The OS profile of a Linux machine; `change` replaces what `linuxConfiguration` has. */
export function linuxProfile(
  patchSettings: input.compute.LinuxPatchSettingsArgs,
  change: input.compute.LinuxConfigurationArgs = {},
): input.compute.OSProfileArgs {
  return {
    computerName: "linux",
    adminUsername: "azureuser",
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: sshPublicKey }] },
      patchSettings,
      ...change,
    },
  };
}

/** The OS profile of a Windows machine; `change` replaces what `windowsConfiguration` has. */
export function windowsProfile(
  patchSettings: input.compute.PatchSettingsArgs,
  change: input.compute.WindowsConfigurationArgs = {},
): input.compute.OSProfileArgs {
  return {
    computerName: "windows",
    adminUsername: "azureuser",
    adminPassword: "correct-Horse-battery-1",
    windowsConfiguration: { enableAutomaticUpdates: true, patchSettings, ...change },
  };
}

export function storageProfile(
  imageReference: input.compute.ImageReferenceArgs,
  osDisk: Partial<input.compute.OSDiskArgs> = {},
): input.compute.StorageProfileArgs {
  return {
    imageReference,
    osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" }, ...osDisk },
  };
}

/** An Ubuntu machine, ready for a schedule; `change` replaces whole arguments. */
export function linuxMachine(name: string, change: Partial<compute.VirtualMachineArgs> = {}): compute.VirtualMachine {
  return machine(name, { storageProfile: storageProfile(ubuntu), osProfile: linuxProfile(scheduled), ...change });
}

/** A Windows Server machine, ready for a schedule; `change` replaces whole arguments. */
export function windowsMachine(name: string, change: Partial<compute.VirtualMachineArgs> = {}): compute.VirtualMachine {
  return machine(name, {
    storageProfile: storageProfile(windowsServer),
    osProfile: windowsProfile(scheduled),
    ...change,
  });
}

function machine(name: string, args: Partial<compute.VirtualMachineArgs>): compute.VirtualMachine {
  const networkInterface = new network.NetworkInterface(name, {
    resourceGroupName: resourceGroup.name,
    ipConfigurations: [{ name: "ipconfig", subnet: { id: subnet.id } }],
  });
  return new compute.VirtualMachine(name, {
    resourceGroupName: resourceGroup.name,
    hardwareProfile: { vmSize: "Standard_D2s_v5" },
    networkProfile: { networkInterfaces: [{ id: networkInterface.id, primary: true }] },
    ...args,
  });
}

/** A weekly schedule for both systems; `change` replaces whole arguments. */
export function weekly(
  name: string,
  change: Partial<maintenance.MaintenanceConfigurationArgs> = {},
): maintenance.MaintenanceConfiguration {
  return new maintenance.MaintenanceConfiguration(name, {
    resourceGroupName: resourceGroup.name,
    maintenanceScope: "InGuestPatch",
    extensionProperties: { InGuestPatchMode: "User" },
    startDateTime: "2026-01-10 02:00",
    duration: "03:00",
    timeZone: "W. Europe Standard Time",
    recurEvery: "1Week Saturday",
    installPatches: {
      rebootSetting: "IfRequired",
      linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
      windowsParameters: { classificationsToInclude: ["Critical", "Security"] },
    },
    ...change,
  });
}

/** Assigns a schedule to a machine. */
export function assign(
  name: string,
  schedule: maintenance.MaintenanceConfiguration,
  target: compute.VirtualMachine,
): maintenance.ConfigurationAssignment {
  return new maintenance.ConfigurationAssignment(name, {
    resourceGroupName: resourceGroup.name,
    location: target.location,
    providerName: "Microsoft.Compute",
    resourceType: "virtualMachines",
    resourceName: target.name,
    maintenanceConfigurationId: schedule.id,
  });
}
