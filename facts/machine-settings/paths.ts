import { arcServers, computeSchema, guestPatching, updateManager, updateManagerPolicy } from "../documents";
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
    source: source(computeSchema),
  },
  {
    machineKind: "azure",
    operatingSystem: "Linux",
    path: "osProfile.linuxConfiguration.patchSettings",
    source: source(computeSchema),
  },
  {
    machineKind: "arc",
    operatingSystem: "Windows",
    path: "osProfile.windowsConfiguration.patchSettings",
    apiVersion: "2022-03-10",
    source: source(hybridPolicy),
  },
  {
    machineKind: "arc",
    operatingSystem: "Linux",
    path: "osProfile.linuxConfiguration.patchSettings",
    apiVersion: "2022-03-10",
    source: source(hybridPolicy),
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
  sharedEnums: statement(
    "One patchSettings type serves both operating system blocks of Microsoft.HybridCompute/machines, so the schema does not stop a patch mode of the other system; older API versions have no automaticByPlatformSettings.",
    source(arcServers("prerequisites")),
    { unconfirmed: "Read from the SDK's own types; no document says it in words." },
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
