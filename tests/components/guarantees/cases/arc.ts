import { ArcServer, type ArcServerArgs, UpdateExtensions, type UpdateExtensionsArgs } from "../../../../index";
import { arcServerId, defineCase, id, principalId, tags } from "./case";

const onboarding = {
  servicePrincipalId: "77777777-7777-7777-7777-777777777777",
  servicePrincipalObjectId: principalId,
};

const complete: ArcServerArgs = {
  resourceGroupName: "patching",
  location: "westeurope",
  machineName: "ledger",
  operatingSystem: "Windows",
  system: "Windows Server 2025 Datacenter",
  tags,
  onboarding: { ...onboarding, servicePrincipalSecret: "a-secret-of-the-principal" },
  agent: {
    proxyUrl: "http://proxy.example.com:3128",
    proxyBypass: ["Arc"],
    allowedExtensions: ["Microsoft.Azure.Monitor/AzureMonitorWindowsAgent"],
    blockedExtensions: ["Microsoft.Compute/CustomScriptExtension"],
    guestConfigurationEnabled: false,
    enableAutomaticUpgrade: true,
  },
  privateLinkScopeId: id("Microsoft.HybridCompute/privateLinkScopes/servers"),
  machine: {
    id: arcServerId,
    enableHotpatching: true,
    assessmentMode: "AutomaticByPlatform",
    licenseProfile: { softwareAssuranceCustomer: true },
  },
  registeredResourceProviders: [
    "Microsoft.Compute",
    "Microsoft.GuestConfiguration",
    "Microsoft.HybridCompute",
    "Microsoft.HybridConnectivity",
  ],
};

export const arcServer = defineCase<ArcServerArgs>({
  component: ArcServer,
  slug: "arc-server",
  // A caller may leave assessment to the image; a system that is not listed is a warning, since the list may be behind.
  against: ["arc-assessment", "arc-os-supported"],
  accepted: [
    complete,
    { resourceGroupName: "patching", location: "westeurope", operatingSystem: "Linux", onboarding },
    {
      resourceGroupName: "patching",
      location: "northeurope",
      operatingSystem: "Linux",
      system: "Ubuntu 24.04",
      machine: { id: arcServerId },
    },
    {
      resourceGroupName: "patching",
      location: "westeurope",
      operatingSystem: "Windows",
      system: "Windows Server 2012 R2",
      onboarding: { servicePrincipalId: onboarding.servicePrincipalId, roleAssignment: { skip: true } },
      agent: { allowedExtensions: [] },
      machine: {
        id: arcServerId,
        licenseProfile: { extendedSecurityUpdatesLicenseId: id("Microsoft.HybridCompute/licenses/extended") },
      },
    },
  ],
  outputs: ["resourceGroupName", "location", "machineName", "onboarding.servicePrincipal*", "privateLinkScopeId"],
  children: [
    "azure-native:authorization:RoleAssignment it",
    "azure-native:authorization:RoleAssignment it-private-link-scope",
    "azure-native:hybridcompute:LicenseProfile it",
    "azure-native:hybridcompute:Machine it",
  ],
});

export const updateExtensions = defineCase<UpdateExtensionsArgs>({
  component: UpdateExtensions,
  slug: "update-extensions",
  accepted: [
    {
      machineId: arcServerId,
      operatingSystem: "Linux",
      location: "westeurope",
      tags,
      patchExtension: { typeHandlerVersion: "1.6.48", extensionName: "patch" },
      osUpdateExtension: { enableAutomaticUpgrade: true },
    },
    { machineId: arcServerId, operatingSystem: "Windows", osUpdateExtension: { installed: true } },
    { machineId: arcServerId, operatingSystem: "Linux", patchExtension: { skip: true } },
  ],
  outputs: ["machineId", "location", "patchExtension.typeHandlerVersion"],
  children: [
    "azure-native:hybridcompute:MachineExtension it-os-update",
    "azure-native:hybridcompute:MachineExtension it-patch",
  ],
});
