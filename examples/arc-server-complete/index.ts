import { PrivateLinkScope } from "@pulumi/azure-native/hybridcompute";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { ArcServer } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const machineId = config.get("machineId");

const resourceGroup = new ResourceGroup("servers");

const privateLinkScope = new PrivateLinkScope("servers", {
  resourceGroupName: resourceGroup.name,
  properties: { publicNetworkAccess: "Disabled" },
});

const ledger = new ArcServer("ledger", {
  resourceGroupName: resourceGroup.name,
  location: resourceGroup.location,
  machineName: "ledger-01",
  operatingSystem: "Windows",
  system: "Windows Server 2025 Datacenter",
  tags: { application: "ledger", "cost center": "4711" },
  onboarding: {
    servicePrincipalId: config.require("applicationId"),
    servicePrincipalObjectId: config.require("objectId"),
    servicePrincipalCertificatePath: "C:\\ProgramData\\Arc\\onboarding.pem",
    subscriptionId: "00000000-0000-0000-0000-000000000000",
    tenantId: "11111111-1111-1111-1111-111111111111",
    cloud: "public",
  },
  agent: {
    proxyUrl: "http://proxy.example.com:3128",
    proxyBypass: ["Arc"],
    // Beside these, Update Manager's own are let in.
    allowedExtensions: ["Microsoft.Azure.Monitor/AzureMonitorWindowsAgent"],
    blockedExtensions: ["Microsoft.Compute/CustomScriptExtension"],
    guestConfigurationEnabled: false,
    enableAutomaticUpgrade: true,
    installerUrl: "https://mirror.example.com/install_windows_azcmagent.ps1",
  },
  privateLinkScopeId: privateLinkScope.id,
  machine: machineId
    ? {
        id: machineId,
        assessmentMode: "AutomaticByPlatform",
        enableHotpatching: true,
        licenseProfile: { softwareAssuranceCustomer: true },
      }
    : undefined,
  registeredResourceProviders: [
    "Microsoft.Compute",
    "Microsoft.GuestConfiguration",
    "Microsoft.HybridCompute",
    "Microsoft.HybridConnectivity",
  ],
});

export const onboardingScript = ledger.onboardingScript;
export const serverId = ledger.machineId;
export const resourceProviders = ledger.resourceProviders;
