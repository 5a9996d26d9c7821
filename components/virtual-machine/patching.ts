import { isHotpatchable } from "../../facts/images";
import { orchestrationsOf, PatchOrchestration, patchSettingsFor } from "../../facts/machine-settings";
import { OperatingSystem } from "../../facts/operating-system";
import { Operation } from "../../facts/operations";
import { notOneOf, oneOf, type Problems } from "../shared/problems";
import { checkImageSupport, type ResolvedImage } from "./image";

const guestPatching = "https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching";

/** How Azure assesses a machine for missing updates. */
export const AssessmentMode = {
  /** Azure Update Manager assesses the machine every 24 hours. */
  AutomaticByPlatform: "AutomaticByPlatform",
  /** Nothing assesses the machine unless it is asked to. */
  ImageDefault: "ImageDefault",
} as const;
export type AssessmentMode = (typeof AssessmentMode)[keyof typeof AssessmentMode];

/** Whether a machine is restarted after updates were installed. */
export const RebootSetting = {
  /** Only where an update asks for it. */
  IfRequired: "IfRequired",
  /** Never; updates that ask for a restart stay pending. */
  Never: "Never",
  /** After every installation. */
  Always: "Always",
} as const;
export type RebootSetting = (typeof RebootSetting)[keyof typeof RebootSetting];

/** The settings beside the patch orchestration. Each has its default apart from the others. */
export interface GuestPatchSettingsArgs {
  /** How the machine is assessed. Default: `AutomaticByPlatform`, every 24 hours. */
  assessmentMode?: AssessmentMode;
  /**
   * Whether the platform restarts the machine. It overrides the reboot setting of every schedule, so that by default it
   * is not set and the schedule decides. Only with `CustomerManagedSchedules` or `AzureManagedSafeDeployment`.
   */
  rebootSetting?: RebootSetting;
  /**
   * Whether updates are installed without a restart where they can be, on the Azure Edition images of Windows Server
   * that are made for it. Only with `CustomerManagedSchedules` or `AzureManagedSafeDeployment`. Default: not set, which
   * Azure takes as off.
   */
  enableHotpatching?: boolean;
}

/** How the machine is patched. */
export interface PatchArgs {
  /**
   * Who decides when updates are installed, as the Azure portal calls it. Default: `CustomerManagedSchedules`, so that
   * nothing is installed outside a maintenance configuration assigned to the machine.
   *
   * - `CustomerManagedSchedules`: schedules of one's own.
   * - `AzureManagedSafeDeployment`: automatic VM guest patching, at times that Azure chooses. For the images listed in
   *   https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching only.
   * - `AutomaticByOS`, on Windows: Windows Update decides.
   * - `Manual`, on Windows: automatic updates are off.
   * - `ImageDefault`, on Linux: whatever the image configures.
   *
   * A running Windows machine can't be moved between `AutomaticByOS` or `CustomerManagedSchedules` and `Manual`:
   * `enableAutomaticUpdates` can't change after creation.
   */
  patchOrchestration?: PatchOrchestration;
  /** The settings beside the patch orchestration. Default: daily assessment, the schedule's reboot setting, no hotpatching. */
  patchSettings?: GuestPatchSettingsArgs;
}

/** `patchSettings` of `linuxConfiguration` or `windowsConfiguration`, and what stands beside it. */
export interface ResolvedPatching {
  readonly orchestration: PatchOrchestration;
  readonly patchSettings: {
    readonly patchMode: string;
    readonly assessmentMode: AssessmentMode;
    readonly automaticByPlatformSettings?: {
      readonly bypassPlatformSafetyChecksOnUserSchedule: boolean;
      readonly rebootSetting?: RebootSetting;
    };
    readonly enableHotpatching?: boolean;
  };
  /** `windowsConfiguration.enableAutomaticUpdates`; `undefined` on Linux. */
  readonly enableAutomaticUpdates: boolean | undefined;
}

/** The patch settings that the arguments ask for; `undefined` where they can't be had, which is reported. */
export function resolvePatching(
  args: PatchArgs,
  image: ResolvedImage,
  problems: Problems,
): ResolvedPatching | undefined {
  const { patchOrchestration: orchestration = PatchOrchestration.CustomerManagedSchedules, patchSettings = {} } = args;
  const { assessmentMode = AssessmentMode.AutomaticByPlatform, rebootSetting, enableHotpatching } = patchSettings;
  checkEnumerations(assessmentMode, rebootSetting, problems);
  checkHotpatching(enableHotpatching, orchestration, image, problems);
  if (rebootSetting !== undefined && !byPlatform(orchestration)) {
    problems.add("patchSettings.rebootSetting", withoutEffect(orchestration));
  }
  checkImage(orchestration, assessmentMode, image, problems);
  const settings = settingsOf(orchestration, image.operatingSystem, problems);
  if (!settings) return undefined;
  const { patchMode, bypassPlatformSafetyChecksOnUserSchedule, enableAutomaticUpdates } = settings;
  return {
    orchestration,
    patchSettings: {
      patchMode,
      assessmentMode,
      ...(bypassPlatformSafetyChecksOnUserSchedule !== undefined && {
        automaticByPlatformSettings: {
          bypassPlatformSafetyChecksOnUserSchedule,
          ...(rebootSetting !== undefined && { rebootSetting }),
        },
      }),
      ...(enableHotpatching !== undefined && { enableHotpatching }),
    },
    enableAutomaticUpdates,
  };
}

/** The orchestrations of patch mode `AutomaticByPlatform`, which alone has the settings of that name. */
const platformOrchestrations: readonly PatchOrchestration[] = [
  PatchOrchestration.CustomerManagedSchedules,
  PatchOrchestration.AzureManagedSafeDeployment,
];

function byPlatform(orchestration: PatchOrchestration): boolean {
  return platformOrchestrations.includes(orchestration);
}

function settingsOf(orchestration: PatchOrchestration, operatingSystem: OperatingSystem, problems: Problems) {
  const settings = patchSettingsFor(orchestration, operatingSystem);
  if (!settings) {
    const available = orchestrationsOf(operatingSystem);
    problems.add(
      "patchOrchestration",
      `${JSON.stringify(orchestration)} is not to be had on ${operatingSystem}: choose ${oneOf(available)}. See ${guestPatching}`,
    );
  }
  return settings;
}

function checkImage(
  orchestration: PatchOrchestration,
  assessmentMode: AssessmentMode,
  image: ResolvedImage,
  problems: Problems,
): void {
  const { argument, marketplace } = image;
  const automatic = orchestration === PatchOrchestration.AzureManagedSafeDeployment;
  if (marketplace) {
    checkImageSupport(argument, marketplace, updateManagerOperations(orchestration, assessmentMode), problems);
    if (automatic) {
      checkImageSupport("patchOrchestration", marketplace, [Operation.AutomaticGuestPatching], problems);
    }
  } else if (automatic) {
    const reason = `${JSON.stringify(orchestration)} is not to be had with an image of one's own, only with those that ${guestPatching} lists.`;
    problems.add("patchOrchestration", reason);
  }
}

function updateManagerOperations(orchestration: PatchOrchestration, assessmentMode: AssessmentMode): Operation[] {
  const operations: Operation[] = [Operation.AssessOnDemand, Operation.InstallOnDemand];
  if (assessmentMode === AssessmentMode.AutomaticByPlatform) operations.push(Operation.PeriodicAssessment);
  if (orchestration === PatchOrchestration.CustomerManagedSchedules) operations.push(Operation.Schedule);
  return operations;
}

function checkEnumerations(
  assessmentMode: AssessmentMode,
  rebootSetting: RebootSetting | undefined,
  problems: Problems,
): void {
  const wrongAssessmentMode = notOneOf(assessmentMode, Object.values(AssessmentMode));
  if (wrongAssessmentMode) problems.add("patchSettings.assessmentMode", wrongAssessmentMode);
  const wrongRebootSetting = rebootSetting && notOneOf(rebootSetting, Object.values(RebootSetting));
  if (wrongRebootSetting) problems.add("patchSettings.rebootSetting", wrongRebootSetting);
}

function checkHotpatching(
  enableHotpatching: boolean | undefined,
  orchestration: PatchOrchestration,
  image: ResolvedImage,
  problems: Problems,
): void {
  if (enableHotpatching === undefined) return;
  const path = "patchSettings.enableHotpatching";
  const { operatingSystem, marketplace } = image;
  if (operatingSystem !== OperatingSystem.Windows) {
    problems.add(path, `has no meaning on ${operatingSystem}: leave it out. See ${guestPatching}`);
    return;
  }
  if (!enableHotpatching) return;
  if (!byPlatform(orchestration)) problems.add(path, withoutEffect(orchestration));
  if (!(marketplace && isHotpatchable(marketplace))) {
    const found = marketplace
      ? `${marketplace.publisher}:${marketplace.offer}:${marketplace.sku} takes no hotpatches`
      : "images of one's own are not known to take hotpatches";
    problems.add(path, `${found}: only the Azure Edition images that ${guestPatching} lists do.`);
  }
}

function withoutEffect(orchestration: PatchOrchestration): string {
  return `has no effect with patchOrchestration ${JSON.stringify(orchestration)}: leave it out, or choose ${oneOf(platformOrchestrations)}. See ${guestPatching}`;
}
