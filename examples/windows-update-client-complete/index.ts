import { NatGateway, PublicIPAddress, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  AutomaticUpdates,
  MaintenanceSchedule,
  PatchOrchestration,
  UpdateReadyVirtualMachine,
  Weekday,
  WindowsUpdateClient,
  WindowsUpdateSource,
} from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const adminPassword = config.requireSecret("adminPassword");

const resourceGroup = new ResourceGroup("machines");
const resourceGroupName = resourceGroup.name;

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
});

const web = new UpdateReadyVirtualMachine("web", {
  resourceGroupName,
  subnetId: subnet.id,
  image: "windows-server-2025",
  adminPassword,
});
const kiosk = new UpdateReadyVirtualMachine("kiosk", {
  resourceGroupName,
  subnetId: subnet.id,
  image: "windows-server-2025",
  adminPassword,
  patchOrchestration: PatchOrchestration.AutomaticByOS,
});

// Patched by schedules, from WSUS alone.
const scheduled = new WindowsUpdateClient("scheduled", {
  virtualMachines: { web: { id: web.virtualMachineId, location: "westeurope" } },
  arcServers: { files: { id: config.require("arcServerId"), location: "westeurope" } },
  patchOrchestration: web.patchOrchestration,
  automaticUpdates: AutomaticUpdates.Off,
  updateSource: WindowsUpdateSource.Wsus,
  wsus: {
    serverUrl: "https://wsus.example.com:8531",
    targetGroups: ["Servers", "Broad"],
    blockInternetLocations: true,
    allowTrustedPublishers: true,
  },
  trigger: "2027-01-09",
  timeoutInSeconds: 300,
  tags: { team: "platform" },
});

new MaintenanceSchedule(
  "saturday-night",
  {
    resourceGroupName,
    startDateTime: "2027-01-09 02:00",
    timeZone: "Europe/Berlin",
    recurrence: { weekly: { weekdays: ["Saturday"] } },
    virtualMachines: { web: { id: web.virtualMachineId } },
    arcServers: { files: { id: config.require("arcServerId") } },
  },
  { dependsOn: scheduled },
);

// Patched by Windows itself, without Update Manager.
const byItself = new WindowsUpdateClient("by-itself", {
  virtualMachines: { kiosk: { id: kiosk.virtualMachineId } },
  patchOrchestration: kiosk.patchOrchestration,
  updateSource: WindowsUpdateSource.WindowsUpdate,
  automaticUpdates: AutomaticUpdates.ScheduledInstall,
  scheduledInstall: { weekday: Weekday.Sunday, hour: 4, alwaysAutoRestartMinutes: 30 },
});

export const runCommandIds = scheduled.runCommandIds;
export const scripts = byItself.scripts;
