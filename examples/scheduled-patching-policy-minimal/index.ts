import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";

const { subscriptionId } = getClientConfigOutput();

const resourceGroup = new ResourceGroup("patching");

const saturdayNight = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
});

const policy = new ScheduledPatchingPolicy("saturday-night", {
  scope: pulumi.interpolate`/subscriptions/${subscriptionId}`,
  location: "westeurope",
  maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
});

export const policyAssignmentIds = policy.policyAssignmentIds;
