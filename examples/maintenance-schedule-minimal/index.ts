import { ResourceGroup } from "@pulumi/azure-native/resources";
import { MaintenanceSchedule } from "pulumi-azure-update-manager";

const resourceGroup = new ResourceGroup("patching");

const saturdayNight = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  dynamicScopes: { tagged: { tags: { patching: ["saturday-night"] } } },
});

export const maintenanceConfigurationId = saturdayNight.maintenanceConfigurationId;
