import { computeSchema, guestPatching, hybridComputeSchema, updateManager } from "../documents";
import type { MachineKind } from "../machine-kind";
import { Operation } from "../operations";
import { type Fact, source } from "../source";

/** What an operation asks of the settings of a machine. A setting that is absent may have any value. */
export interface RequiredSettings {
  readonly provisionVMAgent?: true;
  readonly allowExtensionOperations?: true;
  readonly patchMode?: "AutomaticByPlatform";
  readonly bypassPlatformSafetyChecksOnUserSchedule?: boolean;
  readonly assessmentMode?: "AutomaticByPlatform";
  readonly enableHotpatching?: true;
  readonly scheduleAttached?: boolean;
}

/** An operation on one kind of machine, and the settings that it asks for. */
export interface SettingsRequirement extends Fact {
  readonly operation: Operation;
  readonly machineKind: MachineKind;
  /** False where the operation is not to be had on that kind of machine. */
  readonly available: boolean;
  readonly requires: RequiredSettings;
  readonly note?: string;
}

const agent = { provisionVMAgent: true, allowExtensionOperations: true } as const;

/** Every operation on either kind of machine, with the settings that it asks for. */
export const settingsRequirements: readonly SettingsRequirement[] = [
  {
    operation: Operation.AssessOnDemand,
    machineKind: "azure",
    available: true,
    requires: agent,
    source: source(updateManager("troubleshoot")),
  },
  {
    operation: Operation.InstallOnDemand,
    machineKind: "azure",
    available: true,
    requires: agent,
    note: "Microsoft.Compute API version 2021-03-01 or later.",
    source: source(guestPatching),
    unconfirmed: "That any patch mode will do is implied, not stated.",
  },
  {
    operation: Operation.PeriodicAssessment,
    machineKind: "azure",
    available: true,
    requires: { ...agent, assessmentMode: "AutomaticByPlatform" },
    source: source(updateManager("assessment-options")),
  },
  {
    operation: Operation.Schedule,
    machineKind: "azure",
    available: true,
    requires: {
      ...agent,
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: true,
      scheduleAttached: true,
    },
    source: source(updateManager("scheduled-patching"), updateManager("prerequsite-for-schedule-patching")),
  },
  {
    operation: Operation.AutomaticGuestPatching,
    machineKind: "azure",
    available: true,
    requires: {
      ...agent,
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: false,
      scheduleAttached: false,
    },
    note: "The image is on the list of automatic VM guest patching by its exact publisher, offer and sku; a custom image never is.",
    source: source(guestPatching),
  },
  {
    operation: Operation.Hotpatch,
    machineKind: "azure",
    available: true,
    requires: { ...agent, patchMode: "AutomaticByPlatform", enableHotpatching: true },
    note: "The image is one of the hotpatchable Azure Edition SKUs.",
    source: source(computeSchema, guestPatching),
  },
  {
    operation: Operation.AssessOnDemand,
    machineKind: "arc",
    available: true,
    requires: {},
    note: "The Connected Machine agent is connected; no patch setting is needed.",
    source: source(updateManager("troubleshoot")),
  },
  {
    operation: Operation.InstallOnDemand,
    machineKind: "arc",
    available: true,
    requires: {},
    note: "The Connected Machine agent is connected; no patch setting is needed.",
    source: source(guestPatching),
    unconfirmed: "That any patch mode will do is implied, not stated.",
  },
  {
    operation: Operation.PeriodicAssessment,
    machineKind: "arc",
    available: true,
    requires: { assessmentMode: "AutomaticByPlatform" },
    source: source(updateManager("assessment-options")),
  },
  {
    operation: Operation.Schedule,
    machineKind: "arc",
    available: true,
    requires: { scheduleAttached: true },
    note: "Patch orchestration is not a prerequisite.",
    source: source(updateManager("scheduled-patching")),
  },
  {
    operation: Operation.AutomaticGuestPatching,
    machineKind: "arc",
    available: false,
    requires: {},
    source: source(updateManager("updates-maintenance-schedules"), guestPatching),
  },
  {
    operation: Operation.Hotpatch,
    machineKind: "arc",
    available: true,
    requires: { enableHotpatching: true },
    note: "Windows Server 2025 Standard or Datacenter with virtualization-based security and an enrolled licence.",
    source: source(updateManager("manage-hot-patching-arc-machines"), hybridComputeSchema),
  },
];

/** What an operation asks of the settings of one kind of machine. */
export function settingsRequiredFor(operation: Operation, machineKind: MachineKind): SettingsRequirement {
  const found = settingsRequirements.find((row) => row.operation === operation && row.machineKind === machineKind);
  if (!found)
    throw new RangeError(`no requirements are known for "${operation}" on a machine of kind "${machineKind}"`);
  return found;
}
