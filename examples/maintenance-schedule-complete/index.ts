import { Machine } from "@pulumi/azure-native/hybridcompute";
import { NatGateway, PublicIPAddress, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Provider } from "@pulumi/azure-native/provider";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  MachineResourceType,
  MaintenanceSchedule,
  MaintenanceScheduleAssignment,
  OperatingSystem,
  RebootSetting,
  TagOperator,
  UpdateReadyVirtualMachine,
} from "pulumi-azure-update-manager";

const config = new pulumi.Config();

// Named here, so that the preview knows which machines the scope below is of.
const resourceGroupName = "patching";
const resourceGroup = new ResourceGroup("patching", { resourceGroupName });

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

const web = new UpdateReadyVirtualMachine("web", {
  resourceGroupName: resourceGroup.name,
  subnetId: subnet.id,
  image: "ubuntu-24.04",
  sshPublicKeys: [config.require("sshPublicKey")],
  tags: { environment: "production", patching: "patch-tuesday" },
});
const files = new Machine("files", {
  resourceGroupName: resourceGroup.name,
  location: "northeurope",
  vmId: config.require("arcServerVmId"),
  osProfile: { windowsConfiguration: { assessmentMode: "AutomaticByPlatform", patchMode: "AutomaticByPlatform" } },
});

const patchTuesday = new MaintenanceSchedule("patch-tuesday", {
  resourceGroupName: resourceGroup.name,
  maintenanceConfigurationName: "patch-tuesday",
  location: "westeurope",
  tags: { team: "platform" },
  startDateTime: "2027-01-01 22:00",
  expirationDateTime: "2028-01-01 00:00",
  timeZone: "W. Europe Standard Time",
  duration: "03:00",
  // The Saturday after the second Tuesday, on which Microsoft publishes updates.
  recurrence: { monthlyByWeekday: { every: 1, weekOfMonth: "Second", weekday: "Tuesday", offset: 4 } },
  windowsUpdates: {
    classificationsToInclude: ["Critical", "Security", "UpdateRollup", "Definition"],
    kbNumbersToInclude: ["KB5034441"],
    kbNumbersToExclude: ["KB5034439"],
    excludeKbsRequiringReboot: false,
  },
  linuxUpdates: {
    classificationsToInclude: ["Critical", "Security", "Other"],
    packageNameMasksToInclude: ["openssl*"],
    packageNameMasksToExclude: ["docker*", "containerd*"],
  },
  rebootSetting: RebootSetting.IfRequired,
  virtualMachines: { web: { id: web.virtualMachineId, location: "westeurope" } },
  arcServers: { files: { id: files.id, location: "northeurope" } },
  dynamicScopes: {
    production: {
      resourceGroups: ["web", "database"],
      locations: ["westeurope", "northeurope"],
      osTypes: [OperatingSystem.Windows, OperatingSystem.Linux],
      resourceTypes: [MachineResourceType.VirtualMachine],
      tags: { environment: ["production"], patching: ["patch-tuesday", "monthly"] },
      tagOperator: TagOperator.All,
    },
    "resource-group": {
      resourceGroupName,
      locations: ["westeurope"],
      osTypes: [OperatingSystem.Linux],
    },
  },
});

// Machines of another subscription: the provider says which.
const shop = new Provider("shop", { subscriptionId: config.require("shopSubscriptionId"), location: "westeurope" });
new MaintenanceScheduleAssignment(
  "shop",
  {
    maintenanceConfigurationId: patchTuesday.maintenanceConfigurationId,
    dynamicScopes: { production: { tags: { environment: ["production"] } } },
  },
  { provider: shop },
);

export const maintenanceConfigurationId = patchTuesday.maintenanceConfigurationId;
export const recurEvery = patchTuesday.recurEvery;
// The first runs, computed from the program alone: a date of today's here would change the plan every day.
export const firstRuns = patchTuesday.nextRuns(new Date("2027-01-01"), 3).map((run) => run.localStart);
