import * as pulumi from "@pulumi/pulumi";
import { designMaintenanceSchedule } from "../../../components/maintenance-schedule/design";
import type { MaintenanceScheduleArgs } from "../../../index";

export const subscriptionId = "00000000-0000-0000-0000-000000000000";

const group = `/subscriptions/${subscriptionId}/resourceGroups/Machines/providers`;

export const virtualMachineId = `${group}/Microsoft.Compute/virtualMachines/web`;
export const arcServerId = `${group}/Microsoft.HybridCompute/machines/files`;

export const schedulesPage = "https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations";

/** The fewest arguments for a schedule. */
export const weekly: MaintenanceScheduleArgs = {
  resourceGroupName: "patching",
  startDateTime: "2027-01-09 02:00",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
};

/**
 * What is found to be wrong with arguments, each as `path: reason`: those of {@link weekly} with some changed. Arguments
 * of any shape are taken, since programs in other languages are not held to the types.
 */
export function problemsOf(change: object, defaultLocation?: string): string[] {
  return problemsIn(() => designMaintenanceSchedule("weekly", { ...weekly, ...change }, defaultLocation));
}

/** The problems that a function throws, each as `path: reason`. */
export function problemsIn(construct: () => unknown): string[] {
  try {
    construct();
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}
