import { computeSchema, guestPatching, updateManager } from "../documents";
import { type Fact, source } from "../source";

/** The values of `patchSettings.assessmentMode`, on Azure VMs and Arc-enabled servers of either operating system. */
export const assessmentModes: readonly string[] = ["ImageDefault", "AutomaticByPlatform"];

/** Periodic assessment: how often it runs, and what it asks of a machine. It is independent of the patch mode. */
export const periodicAssessment = {
  property: "patchSettings.assessmentMode",
  requires: { assessmentMode: "AutomaticByPlatform", provisionVMAgent: true },
  intervalHours: 24,
  onlyRunningMachines: true,
  /** An Arc-enabled server yields no data unless its subscription is registered for this provider too. */
  arcResourceProvider: "Microsoft.Compute",
  source: source(updateManager("assessment-options"), computeSchema),
} as const satisfies Fact & Record<string, unknown>;

/** What ARM sets where no assessment mode is given. */
export const assessmentModeDefault = {
  value: "ImageDefault",
  source: source(updateManager("assessment-options"), computeSchema),
  unconfirmed: "The schema describes ImageDefault but names no default.",
} as const satisfies Fact & Record<string, unknown>;

/** The values of `patchSettings.automaticByPlatformSettings.rebootSetting` of a VM. */
export const rebootSettings: readonly string[] = ["Unknown", "IfRequired", "Never", "Always"];

/** A setting below `patchSettings.automaticByPlatformSettings`. */
export interface AutomaticByPlatformSetting extends Fact {
  readonly name: "bypassPlatformSafetyChecksOnUserSchedule" | "rebootSetting";
  readonly meaning: string;
  /** The oldest `Microsoft.Compute` API version that a document shows with it. */
  readonly apiVersion?: string;
}

/** The settings below `patchSettings.automaticByPlatformSettings`. Azure VMs only, and only with `AutomaticByPlatform`. */
export const automaticByPlatformSettings: readonly AutomaticByPlatformSetting[] = [
  {
    name: "bypassPlatformSafetyChecksOnUserSchedule",
    meaning:
      "True: updates are installed by the VM's schedules alone. False: by the platform, unless a schedule is attached, and then by nobody.",
    apiVersion: "2023-03-01",
    source: source(updateManager("prerequsite-for-schedule-patching"), computeSchema),
    unconfirmed: "That it is false where not given is how the documents read; none states it.",
  },
  {
    name: "rebootSetting",
    meaning: "Whether installing updates restarts the VM. It beats the reboot setting of a maintenance configuration.",
    source: source(guestPatching, computeSchema),
  },
];
