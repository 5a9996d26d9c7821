import { guestPatching, updateManager } from "../documents";
import { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";
import { conflict } from "../statement";
import { type PatchMode, patchModeFact } from "./patch-modes";

/** Patch orchestration as the Azure portal offers it, written as one word. */
export const PatchOrchestration = {
  CustomerManagedSchedules: "CustomerManagedSchedules",
  AzureManagedSafeDeployment: "AzureManagedSafeDeployment",
  AutomaticByOS: "AutomaticByOS",
  Manual: "Manual",
  ImageDefault: "ImageDefault",
} as const;
export type PatchOrchestration = (typeof PatchOrchestration)[keyof typeof PatchOrchestration];

/** What an option of the portal's "Patch orchestration" sets on the VM. */
export interface OrchestrationFact extends Fact {
  readonly orchestration: PatchOrchestration;
  readonly portalName: string;
  readonly patchMode: PatchMode;
  /** `automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`; absent where the option leaves it unset. */
  readonly bypassPlatformSafetyChecksOnUserSchedule?: boolean;
  readonly purpose: string;
}

/** The options of the portal's "Patch orchestration". */
export const orchestrations: readonly OrchestrationFact[] = [
  {
    orchestration: PatchOrchestration.CustomerManagedSchedules,
    portalName: "Customer Managed Schedules",
    patchMode: "AutomaticByPlatform",
    bypassPlatformSafetyChecksOnUserSchedule: true,
    purpose: "schedules of one's own; nothing is installed outside them",
    source: source(updateManager("prerequsite-for-schedule-patching")),
    conflict: conflict(
      updateManager("manage-dynamic-scoping"),
      'Older portal text calls AutomaticByPlatform "Azure-orchestrated", and the create blade option of that name is also said to set bypassPlatformSafetyChecksOnUserSchedule.',
      "The two names of the prerequisites article are followed; they say which value each sets.",
    ),
  },
  {
    orchestration: PatchOrchestration.AzureManagedSafeDeployment,
    portalName: "Azure Managed - Safe Deployment",
    patchMode: "AutomaticByPlatform",
    bypassPlatformSafetyChecksOnUserSchedule: false,
    purpose: "automatic VM guest patching, at times that the platform chooses",
    source: source(updateManager("prerequsite-for-schedule-patching")),
  },
  {
    orchestration: PatchOrchestration.AutomaticByOS,
    portalName: "Windows automatic updates",
    patchMode: "AutomaticByOS",
    purpose: "Windows installs updates by itself",
    source: source(updateManager("updates-maintenance-schedules")),
  },
  {
    orchestration: PatchOrchestration.Manual,
    portalName: "Manual updates",
    patchMode: "Manual",
    purpose: "updates are installed from within Windows or by another tool",
    source: source(guestPatching),
  },
  {
    orchestration: PatchOrchestration.ImageDefault,
    portalName: "Image default",
    patchMode: "ImageDefault",
    purpose: "the Linux image's own configuration",
    source: source(guestPatching),
  },
];

/** The ARM values behind a {@link PatchOrchestration} on one operating system. */
export interface PatchSettingsOf {
  readonly patchMode: "AutomaticByPlatform" | "AutomaticByOS" | "Manual" | "ImageDefault";
  /** Below `patchSettings.automaticByPlatformSettings`; `undefined`: leave it out, it has no effect in that mode. */
  readonly bypassPlatformSafetyChecksOnUserSchedule: boolean | undefined;
  /** Beside `patchSettings`, on Windows only; `undefined` on Linux. */
  readonly enableAutomaticUpdates: boolean | undefined;
}

/**
 * The settings that give a VM a patch orchestration; `undefined` where it is not to be had on that operating system:
 * `Manual` and `AutomaticByOS` on Linux, `ImageDefault` on Windows.
 */
export function patchSettingsFor(
  orchestration: PatchOrchestration,
  operatingSystem: OperatingSystem,
): PatchSettingsOf | undefined {
  const option = orchestrations.find((fact) => fact.orchestration === orchestration);
  const mode = option && patchModeFact(operatingSystem, option.patchMode);
  if (!mode) return undefined;
  return {
    patchMode: mode.patchMode,
    bypassPlatformSafetyChecksOnUserSchedule: option.bypassPlatformSafetyChecksOnUserSchedule,
    enableAutomaticUpdates: mode.requires.enableAutomaticUpdates,
  };
}

/** The patch orchestrations to be had on an operating system. */
export function orchestrationsOf(operatingSystem: OperatingSystem): readonly PatchOrchestration[] {
  return orchestrations
    .filter(({ patchMode }) => patchModeFact(operatingSystem, patchMode))
    .map(({ orchestration }) => orchestration);
}

/** The orchestration that a VM's settings amount to; `undefined` where its operating system does not take the mode. */
export function orchestrationOf(
  operatingSystem: OperatingSystem,
  patchMode: string,
  bypassPlatformSafetyChecksOnUserSchedule: boolean,
): PatchOrchestration | undefined {
  if (!patchModeFact(operatingSystem, patchMode)) return undefined;
  return orchestrations.find(
    (fact) =>
      fact.patchMode === patchMode &&
      (fact.bypassPlatformSafetyChecksOnUserSchedule ?? bypassPlatformSafetyChecksOnUserSchedule) ===
        bypassPlatformSafetyChecksOnUserSchedule,
  )?.orchestration;
}

/** Which operating system has which settings block below `osProfile`. */
export const configurationBlock: Readonly<Record<OperatingSystem, "linuxConfiguration" | "windowsConfiguration">> = {
  [OperatingSystem.Linux]: "linuxConfiguration",
  [OperatingSystem.Windows]: "windowsConfiguration",
};
