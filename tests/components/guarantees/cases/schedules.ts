import {
  MaintenanceSchedule,
  type MaintenanceScheduleArgs,
  MaintenanceScheduleAssignment,
  type MaintenanceScheduleAssignmentArgs,
  type RecurrenceArgs,
} from "../../../../index";
import { arcServerId, defineCase, linuxMachineId, maintenanceConfigurationId, tags } from "./case";

const weekly: MaintenanceScheduleArgs = {
  resourceGroupName: "patching",
  startDateTime: "2027-01-09 02:00",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
};

const complete: MaintenanceScheduleArgs = {
  ...weekly,
  location: "westeurope",
  maintenanceConfigurationName: "weekly-production",
  tags,
  expirationDateTime: "2030-01-01 00:00",
  timeZone: "Europe/Berlin",
  duration: "03:00",
  windowsUpdates: {
    classificationsToInclude: ["Critical", "Security", "Definition"],
    kbNumbersToInclude: ["KB5034441"],
    kbNumbersToExclude: ["KB5034439"],
    excludeKbsRequiringReboot: true,
  },
  linuxUpdates: {
    classificationsToInclude: ["Critical", "Security"],
    packageNameMasksToInclude: ["kernel*"],
    packageNameMasksToExclude: ["docker*"],
  },
  rebootSetting: "Never",
  virtualMachines: { linux: { id: linuxMachineId, location: "westeurope" } },
  arcServers: { ledger: { id: arcServerId } },
  dynamicScopes: {
    everything: {},
    web: {
      resourceGroupName: "web",
      locations: ["westeurope", "northeurope"],
      osTypes: ["Linux"],
      resourceTypes: ["Microsoft.Compute/virtualMachines"],
      tags: { environment: ["production", "staging"] },
      tagOperator: "Any",
    },
  },
};

const recurrences: RecurrenceArgs[] = [
  { hourly: { every: 12 } },
  { daily: { every: 2 } },
  { monthlyByDate: { daysOfMonth: [1, 15, -1], every: 3 } },
  { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday", offset: 4 } },
];

export const maintenanceSchedule = defineCase<MaintenanceScheduleArgs>({
  component: MaintenanceSchedule,
  slug: "maintenance-schedule",
  // Machines and tags may be another stack's, not to restart is a wish, and a machine's region is its program's to know.
  against: ["mc-reboot-never", "mc-unattached", "ds-tag-match", "ca-location"],
  accepted: [complete, weekly, ...recurrences.map((recurrence) => ({ ...weekly, recurrence, timeZone: "UTC" }))],
  outputs: [
    "resourceGroupName",
    "location",
    "maintenanceConfigurationName",
    "virtualMachines.*.id",
    "arcServers.*.id",
    "dynamicScopes.*.resourceGroupName",
    "dynamicScopes.*.locations.*",
  ],
  children: [
    "azure-native:maintenance:ConfigurationAssignment it-ledger",
    "azure-native:maintenance:ConfigurationAssignment it-linux",
    "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup it-web",
    "azure-native:maintenance:ConfigurationAssignmentsForSubscription it-everything",
    "azure-native:maintenance:MaintenanceConfiguration it",
  ],
});

const { virtualMachines, arcServers, dynamicScopes } = complete;

export const maintenanceScheduleAssignment = defineCase<MaintenanceScheduleAssignmentArgs>({
  component: MaintenanceScheduleAssignment,
  slug: "maintenance-schedule",
  // The machines with the tags may be another stack's, and a machine's region is its program's to know.
  against: ["ds-tag-match", "ca-location"],
  accepted: [
    { maintenanceConfigurationId, virtualMachines, arcServers, dynamicScopes },
    { maintenanceConfigurationId, virtualMachines: { linux: { id: linuxMachineId } } },
    { maintenanceConfigurationId, dynamicScopes: { databases: { resourceGroups: ["data"], osTypes: ["Windows"] } } },
  ],
  outputs: ["maintenanceConfigurationId", "virtualMachines.*.id", "arcServers.*.location"],
  children: [
    "azure-native:maintenance:ConfigurationAssignment it-ledger",
    "azure-native:maintenance:ConfigurationAssignment it-linux",
    "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup it-web",
    "azure-native:maintenance:ConfigurationAssignmentsForSubscription it-everything",
  ],
});
