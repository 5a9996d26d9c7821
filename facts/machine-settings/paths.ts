import { computeSchema, guestPatching, hybridComputeSchema, updateManager, updateManagerPolicy } from "../documents";
import type { MachineKind } from "../machine-kind";
import type { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

/** Where a kind of machine has its `patchSettings`, for one operating system. */
export interface PatchSettingsPath extends Fact {
  readonly machineKind: MachineKind;
  readonly operatingSystem: OperatingSystem;
  /** The property path below `properties` of the ARM resource. */
  readonly path: string;
  /** The property path in azure-native, which leaves out what the schema marks with `x-ms-client-flatten`. */
  readonly pulumiPath: string;
  /** The oldest API version that has it, where a document names one. */
  readonly apiVersion?: string;
}

const hybridPolicy = updateManagerPolicy("AzUpdateMgmtCenter_HCRP_AutoAssessmentMode_Modify");

/** Where `patchSettings` are, on either kind of machine. */
export const patchSettingsPaths: readonly PatchSettingsPath[] = [
  {
    machineKind: "azure",
    operatingSystem: "Windows",
    path: "osProfile.windowsConfiguration.patchSettings",
    pulumiPath: "osProfile.windowsConfiguration.patchSettings",
    source: source(computeSchema),
  },
  {
    machineKind: "azure",
    operatingSystem: "Linux",
    path: "osProfile.linuxConfiguration.patchSettings",
    pulumiPath: "osProfile.linuxConfiguration.patchSettings",
    source: source(computeSchema),
  },
  {
    machineKind: "arc",
    operatingSystem: "Windows",
    path: "osProfile.windowsConfiguration.patchSettings",
    pulumiPath: "osProfile.windowsConfiguration",
    apiVersion: "2022-03-10",
    source: source(hybridComputeSchema, hybridPolicy),
  },
  {
    machineKind: "arc",
    operatingSystem: "Linux",
    path: "osProfile.linuxConfiguration.patchSettings",
    pulumiPath: "osProfile.linuxConfiguration",
    apiVersion: "2022-03-10",
    source: source(hybridComputeSchema, hybridPolicy),
  },
];

/** What Update Manager does and does not set on an Arc-enabled server. */
export const arcStatements = {
  orchestration: statement(
    "Update Manager leaves patch orchestration of an Arc-enabled server to its operating system, and changes no registry value of Windows.",
    source(updateManager("configure-wu-agent"), updateManager("updates-maintenance-schedules")),
  ),
  unsupported: statement(
    "Automatic VM guest patching, and Windows automatic updates as an Update Manager setting, are not to be had on Arc-enabled servers.",
    source(updateManager("updates-maintenance-schedules")),
  ),
  sharedType: statement(
    "One patchSettings type serves both operating systems of Microsoft.HybridCompute/machines, so the schema does not stop a patch mode of the other; it has no automaticByPlatformSettings.",
    source(hybridComputeSchema),
  ),
} as const satisfies Record<string, Statement>;

/** The on-demand actions of the ARM API. */
export const onDemandActions = {
  assess: { action: "assessPatches", method: "POST" },
  install: { action: "installPatches", method: "POST" },
  computeApiVersion: "2021-03-01",
  hybridComputeApiVersion: "2020-08-15-preview",
  source: source(
    updateManager("manage-vms-programmatically"),
    updateManager("manage-arc-enabled-servers-programmatically"),
    guestPatching,
  ),
} as const satisfies Fact & Record<string, unknown>;
