import { Provider } from "@pulumi/azure-native/provider";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, MaintenanceScheduleAssignment, stagedRings } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

// Schedules live apart from the machines: whoever owns a workload can't change when it is patched.
const resourceGroup = new ResourceGroup("patching");
const workloads = new Provider("workloads", {
  subscriptionId: config.require("workloadSubscriptionId"),
  location: "westeurope",
});

// Wednesday, Saturday and the Saturday after: an update that breaks the canaries is found before it breaks the rest.
const rings = stagedRings(
  {
    startDateTime: "2027-01-01 22:00",
    timeZone: "Europe/Berlin",
    duration: "03:30",
    recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } },
    windowsUpdates: { classificationsToInclude: ["Critical", "Security", "UpdateRollup"] },
    // The container runtime is updated with the workloads that depend on it.
    linuxUpdates: { packageNameMasksToExclude: ["docker*", "containerd*"] },
  },
  { canary: 1, early: 4, broad: 11 },
);

const schedules = Object.entries(rings).map(([ring, timing]) => {
  // A machine joins a ring by its tag, in either subscription.
  const dynamicScopes = { tagged: { tags: { "patch-ring": [ring] } } };
  const schedule = new MaintenanceSchedule(ring, {
    ...timing,
    resourceGroupName: resourceGroup.name,
    tags: { "patch-ring": ring },
    dynamicScopes,
  });
  new MaintenanceScheduleAssignment(
    `${ring}-workloads`,
    { maintenanceConfigurationId: schedule.maintenanceConfigurationId, dynamicScopes },
    { provider: workloads },
  );
  return { ring, schedule };
});

export const maintenanceConfigurationIds = Object.fromEntries(
  schedules.map(({ ring, schedule }) => [ring, schedule.maintenanceConfigurationId]),
);
export const firstRuns = Object.fromEntries(
  schedules.map(({ ring, schedule }) => [
    ring,
    schedule.nextRuns(new Date("2027-01-01"), 3).map((run) => run.localStart),
  ]),
);
