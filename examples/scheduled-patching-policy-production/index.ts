import { ManagementGroup } from "@pulumi/azure-native/management";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { MaintenanceSchedule, ScheduledPatchingPolicy, stagedRings } from "pulumi-azure-update-manager";

const landingZones = new ManagementGroup("landing-zones", {
  groupId: "landing-zones",
  displayName: "Landing zones",
});

// Schedules live apart from the machines: whoever owns a workload can't change when it is patched.
const resourceGroup = new ResourceGroup("patching");

const rings = stagedRings(
  {
    startDateTime: "2027-01-01 22:00",
    timeZone: "Europe/Berlin",
    recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } },
  },
  { canary: 1, broad: 11 },
);

export const policyAssignmentIds = Object.entries(rings).map(([ring, timing]) => {
  const schedule = new MaintenanceSchedule(ring, { ...timing, resourceGroupName: resourceGroup.name });
  // A machine joins a ring by its tag, whatever subscription it is in.
  const policy = new ScheduledPatchingPolicy(ring, {
    scope: landingZones.id,
    location: "westeurope",
    maintenanceConfigurationId: schedule.maintenanceConfigurationId,
    tags: { "patch-ring": [ring] },
    // At a management group a task finds machines once the policy has been evaluated, a day after its assignment:
    // another text starts the tasks again.
    remediation: { run: "1" },
  });
  return policy.policyAssignmentIds;
});
