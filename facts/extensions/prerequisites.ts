import { arcServers, guestPatching, updateManager } from "../documents";
import type { MachineKind } from "../machine-kind";
import type { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";

/** Something that must hold on a machine for the extensions to work. */
export interface ExtensionPrerequisite extends Fact {
  readonly id: string;
  /** The kinds of machine and operating systems it concerns; all of them where absent. */
  readonly machineKind?: MachineKind;
  readonly operatingSystem?: OperatingSystem;
  readonly must: string;
  /** The oldest version that will do, where it is about one. */
  readonly minimumVersion?: string;
  /** Whether it shows in the resources of a stack; `"script"`: only where a script of the stack sets it. */
  readonly visibleInStack: boolean | "script";
}

/** What must hold on a machine for the extensions to work. */
export const extensionPrerequisites: readonly ExtensionPrerequisite[] = [
  {
    id: "vm-agent",
    machineKind: "azure",
    must: "The Azure VM agent is installed: provisionVMAgent is not false.",
    visibleInStack: true,
    source: source(updateManager("workflow-update-manager")),
  },
  {
    id: "linux-agent-version",
    machineKind: "azure",
    operatingSystem: "Linux",
    must: "The Azure Linux agent is of version 2.2.53.1 or newer.",
    minimumVersion: "2.2.53.1",
    visibleInStack: false,
    source: source(guestPatching),
  },
  {
    id: "allow-extension-operations",
    machineKind: "azure",
    must: "osProfile.allowExtensionOperations is not false.",
    visibleInStack: true,
    source: source(updateManager("troubleshoot")),
  },
  {
    id: "arc-agent",
    machineKind: "arc",
    must: "The Connected Machine agent is installed, and its status is Connected.",
    visibleInStack: false,
    source: source(updateManager("workflow-update-manager")),
  },
  {
    id: "arc-extension-manager",
    machineKind: "arc",
    must: "extensions.enabled is not false in the agent's local configuration.",
    visibleInStack: "script",
    source: source(arcServers("security-extensions")),
  },
  {
    id: "arc-monitor-mode",
    machineKind: "arc",
    must: "config.mode is full: in monitor mode the agent refuses extensions that patch.",
    visibleInStack: "script",
    source: source(arcServers("security-extensions")),
  },
  {
    id: "arc-allow-list",
    machineKind: "arc",
    must: "An allow list, where one is set, names both extensions of the operating system.",
    visibleInStack: "script",
    source: source(arcServers("security-extensions")),
  },
  {
    id: "arc-block-list",
    machineKind: "arc",
    must: "The block list names neither extension of the operating system: it wins over the allow list.",
    visibleInStack: "script",
    source: source(arcServers("security-extensions")),
  },
  {
    id: "python",
    operatingSystem: "Linux",
    must: "Python 2.7 or newer is on the machine.",
    minimumVersion: "2.7",
    visibleInStack: false,
    source: source(updateManager("prerequisites")),
  },
  {
    id: "sudo",
    operatingSystem: "Linux",
    must: "Extensions may use sudo.",
    visibleInStack: false,
    source: source(updateManager("troubleshoot")),
  },
  {
    id: "tls",
    must: "TLS 1.2 or newer is used; 1.0 and 1.1 are deprecated.",
    minimumVersion: "1.2",
    visibleInStack: false,
    source: source(updateManager("troubleshoot")),
  },
  {
    id: "assessment-timer",
    operatingSystem: "Linux",
    must: "The systemd service and timer MsftLinuxPatchAutoAssess are active, for periodic assessment.",
    visibleInStack: false,
    source: source(updateManager("troubleshoot")),
  },
  {
    id: "windows-update-service",
    operatingSystem: "Windows",
    must: "The Windows Update service (wuauserv) is not disabled.",
    visibleInStack: false,
    source: source(updateManager("troubleshoot")),
  },
  {
    id: "arc-compute-provider",
    machineKind: "arc",
    must: "The subscription is registered for Microsoft.Compute beside Microsoft.HybridCompute, or periodic assessment yields no data.",
    visibleInStack: false,
    source: source(updateManager("assessment-options")),
  },
  {
    id: "broken-extension",
    must: "An extension in a state other than Succeeded is removed; the next operation on demand installs it anew.",
    visibleInStack: false,
    source: source(updateManager("troubleshoot")),
  },
];

/** What must hold on one kind of machine with one operating system for the extensions to work. */
export function prerequisitesOf(
  machineKind: MachineKind,
  operatingSystem: OperatingSystem,
): readonly ExtensionPrerequisite[] {
  return extensionPrerequisites.filter(
    (one) =>
      (one.machineKind ?? machineKind) === machineKind && (one.operatingSystem ?? operatingSystem) === operatingSystem,
  );
}
