/*
 * What the stacks of the rules share: one network, and machines and schedules with which nothing is wrong, so that each
 * stack shows only what its rule is about.
 */
import * as authorization from "@pulumi/azure-native/authorization";
import * as compute from "@pulumi/azure-native/compute";
import * as eventgrid from "@pulumi/azure-native/eventgrid";
import * as maintenance from "@pulumi/azure-native/maintenance";
import * as network from "@pulumi/azure-native/network";
import * as policyinsights from "@pulumi/azure-native/policyinsights";
import * as resources from "@pulumi/azure-native/resources";
import type { input } from "@pulumi/azure-native/types";
import type * as pulumi from "@pulumi/pulumi";

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
export const subnet = new network.Subnet("rules", {
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

export const sshPublicKey =
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
export function linuxMachine(
  name: string,
  change: Partial<compute.VirtualMachineArgs> = {},
  options: pulumi.CustomResourceOptions = {},
): compute.VirtualMachine {
  const args = { storageProfile: storageProfile(ubuntu), osProfile: linuxProfile(scheduled), ...change };
  return machine(name, args, options);
}

/** A Windows Server machine, ready for a schedule; `change` replaces whole arguments. */
export function windowsMachine(name: string, change: Partial<compute.VirtualMachineArgs> = {}): compute.VirtualMachine {
  return machine(name, {
    storageProfile: storageProfile(windowsServer),
    osProfile: windowsProfile(scheduled),
    ...change,
  });
}

function machine(
  name: string,
  args: Partial<compute.VirtualMachineArgs>,
  options: pulumi.CustomResourceOptions = {},
): compute.VirtualMachine {
  const ownArgs = {
    resourceGroupName: resourceGroup.name,
    hardwareProfile: { vmSize: "Standard_D2s_v5" },
    networkProfile: args.networkProfile ?? within(subnet, name),
    ...args,
  };
  return new compute.VirtualMachine(name, ownArgs, options);
}

/** The network profile of a machine in a subnet. */
export function within({ id }: network.Subnet, name: string): input.compute.NetworkProfileArgs {
  const networkInterface = new network.NetworkInterface(name, {
    resourceGroupName: resourceGroup.name,
    ipConfigurations: [{ name: "ipconfig", subnet: { id } }],
  });
  return { networkInterfaces: [{ id: networkInterface.id, primary: true }] };
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

/** The built-in policies of Azure Update Manager. */
export const policies = {
  auditAssessment: "/providers/Microsoft.Authorization/policyDefinitions/bd876905-5b84-4f73-ab2d-2e7a7c4568d9",
  configureAssessment: "/providers/Microsoft.Authorization/policyDefinitions/59efceea-0c96-497e-a4a1-4eb2290dac15",
  setPrerequisites: "/providers/Microsoft.Authorization/policyDefinitions/9905ca54-1471-49c6-8291-7582c04cd4d4",
  scheduleUpdates: "/providers/Microsoft.Authorization/policyDefinitions/ba0df93e-e4ac-479a-aac2-134bbae39a1a",
};

/** The definitions of built-in roles. */
export const roles = {
  contributor: "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
  reader: "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
  scheduledPatchingContributor:
    "/providers/Microsoft.Authorization/roleDefinitions/cd08ab90-6b14-449c-ad9a-8f8e549482c6",
  virtualMachineContributor: "/providers/Microsoft.Authorization/roleDefinitions/9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
};

/** Assigns a policy to a resource group, with an identity; `change` replaces whole arguments. */
export function assignPolicy(
  name: string,
  group: resources.ResourceGroup,
  policyDefinitionId: string,
  change: Partial<authorization.PolicyAssignmentArgs> = {},
): authorization.PolicyAssignment {
  return new authorization.PolicyAssignment(name, {
    scope: group.id,
    policyDefinitionId,
    location: "westeurope",
    identity: { type: "SystemAssigned" },
    ...change,
  });
}

/** Grants the identity of a policy a role: without further arguments what the policy documents, where it is assigned. */
export function grant(
  name: string,
  policy: authorization.PolicyAssignment,
  change: Partial<authorization.RoleAssignmentArgs> = {},
): void {
  new authorization.RoleAssignment(name, {
    scope: policy.scope.apply((scope) => scope ?? ""),
    principalId: policy.identity.apply((identity) => identity?.principalId ?? ""),
    principalType: "ServicePrincipal",
    roleDefinitionId: roles.contributor,
    ...change,
  });
}

/** Has a policy change the machines of a resource group that exist already. */
export function remediate(name: string, group: resources.ResourceGroup, policy: authorization.PolicyAssignment): void {
  new policyinsights.RemediationAtResourceGroup(name, {
    resourceGroupName: group.name,
    policyAssignmentId: policy.id,
  });
}

/** Assigns a policy that changes machines, with all that it takes; `change` replaces whole arguments. */
export function govern(
  name: string,
  group: resources.ResourceGroup,
  policyDefinitionId: string,
  change: Partial<authorization.PolicyAssignmentArgs> = {},
): authorization.PolicyAssignment {
  const policy = assignPolicy(name, group, policyDefinitionId, change);
  grant(name, policy);
  remediate(name, group, policy);
  return policy;
}

/** The parameters of the policy that assigns a schedule. */
export function scheduleParameters(
  schedule: maintenance.MaintenanceConfiguration,
): NonNullable<authorization.PolicyAssignmentArgs["parameters"]> {
  return { maintenanceConfigurationResourceId: { value: schedule.id } };
}

/** The topic of the events of a schedule; `change` replaces whole arguments. */
export function maintenanceTopic(
  name: string,
  schedule: maintenance.MaintenanceConfiguration,
  change: Partial<eventgrid.SystemTopicArgs> = {},
): eventgrid.SystemTopic {
  return new eventgrid.SystemTopic(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
    source: schedule.id,
    ...change,
  });
}

/** A schedule with a machine, and the topic of its events. */
export function weeklyWithTopic(name: string): eventgrid.SystemTopic {
  const schedule = weekly(name);
  assign(name, schedule, linuxMachine(name));
  return maintenanceTopic(name, schedule);
}

/** Sends the events before a run to a webhook; `change` replaces whole arguments. */
export function subscribe(
  name: string,
  topic: eventgrid.SystemTopic,
  change: Partial<eventgrid.SystemTopicEventSubscriptionArgs> = {},
): void {
  new eventgrid.SystemTopicEventSubscription(name, {
    resourceGroupName: resourceGroup.name,
    systemTopicName: topic.name,
    destination: { endpointType: "WebHook", endpointUrl: "https://handlers.example.com/before-patching" },
    filter: { includedEventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent"] },
    ...change,
  });
}
