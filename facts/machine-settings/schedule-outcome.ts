import { updateManager } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

/** The three settings of an Azure VM that decide between them whether, and by whom, it is patched. */
export interface ScheduleState {
  /** `patchMode` is `AutomaticByPlatform`. */
  readonly azureOrchestrated: boolean;
  /** `bypassPlatformSafetyChecksOnUserSchedule` is true. */
  readonly bypass: boolean;
  /** A maintenance configuration is assigned, to the VM itself or through a dynamic scope. */
  readonly scheduleAttached: boolean;
}

/** What becomes of a VM in one {@link ScheduleState}. */
export interface ScheduleOutcome extends Fact {
  readonly outcome: string;
  /** The schedule installs updates. */
  readonly scheduleRuns: boolean;
  /** The platform installs updates, and restarts the VM, at times of its own choice. */
  readonly platformPatches: boolean;
  /** A run of the schedule ends with the error that prerequisites are not met. */
  readonly prerequisitesNotMet: boolean;
}

const scenarios = source(updateManager("prerequsite-for-schedule-patching"));
const nothing = { scheduleRuns: false, platformPatches: false, prerequisitesNotMet: false, source: scenarios };
const scheduleRuns: ScheduleOutcome = { ...nothing, outcome: "the schedule runs", scheduleRuns: true };
const nothingRuns: ScheduleOutcome = { ...nothing, outcome: "nothing runs" };
const nothingRunsByAzure: ScheduleOutcome = { ...nothing, outcome: "nothing runs by Azure" };
const guestPatchingRuns: ScheduleOutcome = {
  ...nothing,
  outcome: "automatic VM guest patching runs",
  platformPatches: true,
};
const prerequisitesNotMet: ScheduleOutcome = {
  ...nothing,
  outcome: "nothing runs: the schedule ends with the error that prerequisites are not met",
  prerequisitesNotMet: true,
};

/** The eight scenarios of the prerequisites article: patch mode, bypass flag and schedule, and what follows. */
export const scheduleScenarios: readonly (ScheduleState & ScheduleOutcome)[] = [
  { azureOrchestrated: true, bypass: true, scheduleAttached: true, ...scheduleRuns },
  { azureOrchestrated: true, bypass: true, scheduleAttached: false, ...nothingRuns },
  { azureOrchestrated: true, bypass: false, scheduleAttached: true, ...prerequisitesNotMet },
  { azureOrchestrated: true, bypass: false, scheduleAttached: false, ...guestPatchingRuns },
  { azureOrchestrated: false, bypass: true, scheduleAttached: true, ...prerequisitesNotMet },
  { azureOrchestrated: false, bypass: true, scheduleAttached: false, ...nothingRuns },
  { azureOrchestrated: false, bypass: false, scheduleAttached: true, ...prerequisitesNotMet },
  { azureOrchestrated: false, bypass: false, scheduleAttached: false, ...nothingRunsByAzure },
];

/** What becomes of an Azure VM in a state: one row of {@link scheduleScenarios}. Arc-enabled servers follow no such table. */
export function scheduleOutcome(state: ScheduleState): ScheduleOutcome {
  const row = scheduleScenarios.find(
    (scenario) =>
      scenario.azureOrchestrated === state.azureOrchestrated &&
      scenario.bypass === state.bypass &&
      scenario.scheduleAttached === state.scheduleAttached,
  );
  // The table has a row for each combination of three booleans.
  const { outcome, scheduleRuns, platformPatches, prerequisitesNotMet, source } = row as ScheduleOutcome;
  return { outcome, scheduleRuns, platformPatches, prerequisitesNotMet, source };
}

/** Why a schedule is not simply taken off a VM. */
export const removingASchedule: Statement = statement(
  "Taking the schedule off a VM with patchMode AutomaticByPlatform and bypassPlatformSafetyChecksOnUserSchedule false lets the platform patch and restart it; bypassPlatformSafetyChecksOnUserSchedule true without a schedule is the only documented way to have neither.",
  source(updateManager("prerequsite-for-schedule-patching"), updateManager("troubleshoot")),
);
