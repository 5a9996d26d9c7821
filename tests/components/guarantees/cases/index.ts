import { updateManagerAccess } from "./access";
import { arcServer, updateExtensions } from "./arc";
import type { ComponentCase } from "./case";
import { maintenanceEvents, updateAlerts } from "./events-and-alerts";
import { updateManagedFleet } from "./fleet";
import { updateNetworkRules } from "./network-rules";
import { periodicAssessment, scheduledPatchingPolicy } from "./policies";
import { maintenanceSchedule, maintenanceScheduleAssignment } from "./schedules";
import { updateReadyVirtualMachine } from "./update-ready-virtual-machine";
import { windowsUpdateClient } from "./windows-update-client";

/** Every component of the package. */
export const cases: readonly ComponentCase[] = [
  updateReadyVirtualMachine,
  maintenanceSchedule,
  maintenanceScheduleAssignment,
  updateManagerAccess,
  periodicAssessment,
  scheduledPatchingPolicy,
  arcServer,
  updateExtensions,
  updateNetworkRules,
  maintenanceEvents,
  windowsUpdateClient,
  updateAlerts,
  updateManagedFleet,
];
