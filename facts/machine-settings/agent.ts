import { arcServers, computeSchema, guestPatching, updateManager, updateManagerPolicy } from "../documents";
import { type Fact, source } from "../source";
import { conflict, type Statement, statement } from "../statement";

/** A setting of an Azure VM without which no patch extension reaches it. */
export interface AgentSetting extends Fact {
  /** The property below `osProfile`; `*Configuration` is that of the VM's operating system. */
  readonly property: "*Configuration.provisionVMAgent" | "allowExtensionOperations";
  /** What the VM gets where nothing is given. */
  readonly defaultValue: true;
  readonly mustNotBe: false;
  readonly note?: string;
}

/** `provisionVMAgent`: the VM agent is installed and may add extensions. */
export const provisionVMAgent: AgentSetting = {
  property: "*Configuration.provisionVMAgent",
  defaultValue: true,
  mustNotBe: false,
  source: source(guestPatching, computeSchema),
};

/** `allowExtensionOperations`: extensions may be added to the VM. */
export const allowExtensionOperations: AgentSetting = {
  property: "allowExtensionOperations",
  defaultValue: true,
  mustNotBe: false,
  note: "ARM takes false only while the VM has no extension.",
  source: source(updateManager("troubleshoot"), computeSchema),
  unconfirmed: "The schema names no default; VMs that do not set it take extensions.",
};

/** VMs without an `osProfile`: from a specialized image, or with an attached operating system disk. */
export const withoutOsProfile = {
  statement:
    "A VM from a specialized disk or gallery image, or whose osDisk.createOption is Attach, has no osProfile; it carries patchSettings from this API version on.",
  apiVersion: "2023-07-01",
  source: source(updateManagerPolicy("AzUpdateMgmtCenter_AutoAssessmentMode_Audit")),
} as const satisfies Statement & Record<string, unknown>;

/** `windowsConfiguration.patchSettings.enableHotpatching`: what it asks of an Azure VM. It exists on Windows only. */
export const hotpatching = {
  property: "osProfile.windowsConfiguration.patchSettings.enableHotpatching",
  requires: { provisionVMAgent: true, patchMode: "AutomaticByPlatform" },
  source: source(computeSchema, guestPatching),
} as const satisfies Fact & Record<string, unknown>;

/** Hotpatching, beyond the settings of an Azure VM. */
export const hotpatchingStatements = {
  azureImage: statement(
    "The image is one of the hotpatchable Windows Server Azure Edition SKUs.",
    source(guestPatching),
  ),
  arc: statement(
    "An Arc-enabled server runs Windows Server 2025 Standard or Datacenter with virtualization-based security, and is enrolled; free of charge since 2026-05-19.",
    source(updateManager("manage-hot-patching-arc-machines")),
    {
      conflict: conflict(
        updateManager("updates-maintenance-schedules"),
        "Hotpatching is not supported on Arc-enabled servers.",
        "The hotpatching article is newer (the other dates from 2023) and is followed.",
      ),
    },
  ),
  arcNetwork: statement(
    "An Arc-enabled server that hotpatches reaches dls.microsoft.com, where its licence is validated.",
    source(arcServers("includes/network-requirements")),
  ),
} as const satisfies Record<string, Statement>;
