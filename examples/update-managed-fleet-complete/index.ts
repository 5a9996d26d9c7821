import { Machine } from "@pulumi/azure-native/hybridcompute";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagedFleet } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const sshPublicKeys = [config.require("sshPublicKey")];

const resourceGroup = new ResourceGroup("shop");
const warehouse = new Machine("warehouse", {
  resourceGroupName: resourceGroup.name,
  location: "westeurope",
  vmId: "5d2f6c1e-8a64-4f0b-9a3f-0e1b7c9d2a85",
  osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
});
// In no list: its tag says which ring it is in.
new Machine("office", {
  resourceGroupName: resourceGroup.name,
  location: "westeurope",
  vmId: "0b7d1a3c-2f5e-4c68-8d90-7e6f5a4b3c2d",
  osProfile: { windowsConfiguration: { assessmentMode: "AutomaticByPlatform" } },
  tags: { "patch-ring": "canary" },
});

const shop = new UpdateManagedFleet("shop", {
  resourceGroupName: resourceGroup.name,
  location: "westeurope",
  tags: { team: "shop" },
  machines: {
    staging: { image: "rhel-9", sshPublicKeys, ring: "canary", tags: { environment: "staging" } },
    database: { image: "rhel-9", sshPublicKeys, vmSize: "Standard_E4s_v5", dataDisks: [{ lun: 0, diskSizeGB: 256 }] },
    files: {
      image: "windows-server-2025-azure-edition",
      adminPassword: config.requireSecret("adminPassword"),
      patchSettings: { enableHotpatching: true },
      ring: "early",
    },
    // Azure patches it, at times of its own: no ring does.
    jumphost: { image: "ubuntu-24.04", sshPublicKeys, patchOrchestration: "AzureManagedSafeDeployment" },
  },
  network: {
    addressPrefix: "10.1.0.0/24",
    sources: { windowsUpdate: true, microsoftUpdate: true, rhui: true, linuxDistributions: ["Ubuntu"] },
    // Updates and nothing else. No rule can name the repositories of Ubuntu: its ports are opened.
    networkSecurityGroup: { firstPriority: 2000, allowInternet: true },
    natGateway: { zone: "1", idleTimeoutInMinutes: 10 },
  },
  access: {
    principals: {
      operators: { principalId: config.require("operatorsGroupId") },
      authors: {
        principalId: config.require("authorsGroupId"),
        principalType: "Group",
        operations: ["View", "AuthorSchedules"],
        customRole: {},
      },
    },
  },
  schedule: {
    // Canaries the day after Patch Tuesday, the rest on the Saturdays that follow.
    startDateTime: "2026-01-13 22:00",
    timeZone: "Europe/Berlin",
    duration: "03:00",
    recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } },
    rings: { canary: 1, early: 4, broad: 11 },
    windowsUpdates: { classificationsToInclude: ["Critical", "Security", "UpdateRollup"] },
    linuxUpdates: { packageNameMasksToExclude: ["postgresql*"] },
    rebootSetting: "IfRequired",
    arcServers: { warehouse: { id: warehouse.id, location: "westeurope", ring: "early" } },
    dynamicScopes: { tagged: { tags: { "patch-ring": ["canary"] }, ring: "canary" } },
  },
  assessment: { osTypes: ["Linux", "Windows"], audit: {}, remediation: { run: "2026-11", parallelDeployments: 5 } },
  alerts: {
    actionGroup: { shortName: "shop", emailAddresses: { shop: "shop@example.com" } },
    failedInstallations: { includeWarnings: true },
    pendingUpdates: { minimumUpdates: 5 },
    workbook: { displayName: "Updates of the shop" },
  },
});

export const machines = shop.machines;
export const outboundIpAddress = shop.outboundIpAddress;
export const wayToUpdates = shop.wayToUpdates;
export const roleNames = shop.roleNames;
export const nextRuns = shop.nextRuns(new Date("2027-01-01"), 2);
