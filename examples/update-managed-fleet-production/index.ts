import { ActionGroup } from "@pulumi/azure-native/monitor";
import { NetworkSecurityGroup, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, stagedRings, UpdateManagedFleet, UpdateNetworkRules } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const tags = { environment: "production" };

// What the platform team owns: the network, the schedules of all fleets, and who is on call.
const platform = new ResourceGroup("platform", { tags });
const resourceGroupName = platform.name;

const { natGatewayId } = new UpdateNetworkRules("egress", {
  resourceGroupName,
  sources: { linuxDistributions: ["Ubuntu"] },
  natGateway: {},
  tags,
});
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  tags,
});
const securityGroup = new NetworkSecurityGroup("machines", { resourceGroupName, tags });
const subnet = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  networkSecurityGroup: { id: securityGroup.id },
  natGateway: { id: natGatewayId },
});

const rings = stagedRings(
  {
    startDateTime: "2026-01-13 22:00",
    timeZone: "Europe/Berlin",
    recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } },
  },
  { canary: 1, early: 4, broad: 11 },
);
const maintenanceConfigurationIds = Object.fromEntries(
  Object.entries(rings).map(([ring, timing]) => {
    const schedule = new MaintenanceSchedule(ring, { ...timing, resourceGroupName, tags });
    return [ring, schedule.maintenanceConfigurationId];
  }),
);

const onCall = new ActionGroup("on-call", {
  resourceGroupName,
  location: "global",
  groupShortName: "on-call",
  enabled: true,
  emailReceivers: [{ name: "on-call", emailAddress: "on-call@example.com" }],
  tags,
});

// A machine in each zone, each in a ring of its own: no run takes down more than one of them.
const zones = [
  ["1", "canary"],
  ["2", "early"],
  ["3", "broad"],
] as const;

const shopGroup = new ResourceGroup("shop", { tags });
const shop = new UpdateManagedFleet("shop", {
  resourceGroupName: shopGroup.name,
  tags,
  machines: Object.fromEntries(
    zones.map(([zone, ring]) => [
      `web-${zone}`,
      { image: "ubuntu-24.04", sshPublicKeys: [config.require("sshPublicKey")], zone, ring },
    ]),
  ),
  network: { subnetId: subnet.id },
  access: { principals: { operators: { principalId: config.require("operatorsGroupId") } } },
  schedule: { maintenanceConfigurationIds },
  // A policy of the management group sees to it.
  assessment: { skip: true },
  alerts: { actionGroupIds: [onCall.id], failedInstallations: { evaluationFrequency: "PT15M", perMachine: true } },
});

export const machines = shop.machines;
export const alertRuleIds = shop.alertRuleIds;
