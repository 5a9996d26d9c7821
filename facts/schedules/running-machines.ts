import { computeDocs } from "../documents";
import { type Fact, source } from "../source";

/** A scheduled run updates only machines that are on, and have been for a while. */
export const runningMachines = {
  onBeforeWindowMinutes: 15,
  source: source(computeDocs("virtual-machines/maintenance-configurations")),
} as const satisfies Fact & Record<string, unknown>;

/** `Microsoft.DevTestLab/schedules`: the auto-shutdown of an Azure VM. */
export const autoShutdown = {
  /** The task that shuts down the one VM of `targetResourceId`; others are for the VMs of a lab. */
  taskType: "ComputeVmShutdownTask",
  enabledStatus: "Enabled",
  /** What azure-native's SDK sends where no status is given. */
  defaultStatus: "Disabled",
  /** `dailyRecurrence.time`; the time zone is a Windows id, as in a maintenance configuration. */
  timeFormats: ["HHmm", "HH:mm"],
  source: source(
    "Azure/azure-rest-api-specs specification/devtestlabs/resource-manager/Microsoft.DevTestLab/stable/2018-09-15/DTL.json",
  ),
  unconfirmed: "The schema has no format for the time; templates write both.",
} as const satisfies Fact & Record<string, unknown>;
