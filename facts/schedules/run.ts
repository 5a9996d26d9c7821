import { computeDocs, updateManager } from "../documents";
import { type Fact, source } from "../source";

/** When a schedule must be left alone before it runs. */
export const beforeARun = {
  lastEditMinutes: 15,
  /** What the troubleshooting article advises. */
  safeLastEditMinutes: 60,
  newMachineTriggerDelayMinutes: 15,
  source: source(
    computeDocs("virtual-machines/maintenance-configurations"),
    computeDocs("virtual-machines/troubleshoot-maintenance-configurations"),
    updateManager("troubleshoot"),
  ),
} as const satisfies Fact & Record<string, unknown>;

/** The minutes of a window that are kept back: no update is begun unless they are left. */
export const reservedMinutes = {
  reboot: { Windows: 10, Linux: 15 },
  windowsServicePack: 20,
  windowsOther: 15,
  source: source(updateManager("scheduled-patching")),
} as const satisfies Fact & Record<string, unknown>;

/** How long a run waits for a machine to come back from a restart. */
export const rebootWaitMinutes = {
  azure: 15,
  arc: 25,
  source: source(updateManager("scheduled-patching")),
} as const satisfies Fact & Record<string, unknown>;

/** How many minutes of the window a batch of Linux packages reserves: 5 each for up to three, 2 for each one more. */
export const linuxBatch = {
  minutesForEachOfTheFirst: 5,
  first: 3,
  minutesForEachOther: 2,
  source: source(updateManager("scheduled-patching")),
} as const satisfies Fact & Record<string, unknown>;

/** The minutes that a batch of so many Linux packages reserves. */
export function linuxBatchMinutes(packages: number): number {
  const { first, minutesForEachOfTheFirst, minutesForEachOther } = linuxBatch;
  return minutesForEachOfTheFirst * Math.min(packages, first) + minutesForEachOther * Math.max(packages - first, 0);
}

/** How long Azure Resource Graph keeps the results of assessments and installations, and in which tables. */
export const retention = {
  assessmentDays: 7,
  installationDays: 30,
  tables: ["patchassessmentresources", "patchinstallationresources", "maintenanceresources"],
  source: source(updateManager("workflow-update-manager")),
} as const satisfies Fact & Record<string, unknown>;
