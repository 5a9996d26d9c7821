import { guestPatching, updateManager } from "../documents";
import type { MachineKind } from "../machine-kind";
import { OperatingSystem } from "../operating-system";
import { Operation } from "../operations";
import { type Fact, source } from "../source";

/**
 * An extension that Azure pushes onto a machine to assess or patch it. The service owns these extensions: it installs
 * one with the first operation that needs it, and nobody declares them.
 */
export interface PatchExtension extends Fact {
  readonly publisher: string;
  readonly type: string;
  readonly operatingSystem: OperatingSystem;
  /** A version that is known to have been released, which is not a version to ask for. */
  readonly knownVersion?: string;
}

/** `Microsoft.CPlat.Core/WindowsPatchExtension`. */
export const windowsPatchExtension: PatchExtension = {
  publisher: "Microsoft.CPlat.Core",
  type: "WindowsPatchExtension",
  operatingSystem: OperatingSystem.Windows,
  source: source(updateManager("workflow-update-manager")),
};

/** `Microsoft.CPlat.Core/LinuxPatchExtension`. */
export const linuxPatchExtension: PatchExtension = {
  publisher: "Microsoft.CPlat.Core",
  type: "LinuxPatchExtension",
  operatingSystem: OperatingSystem.Linux,
  knownVersion: "1.6.48",
  source: source(updateManager("workflow-update-manager"), "Azure/LinuxPatchExtension src/extension/src/manifest.xml"),
};

/** `Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension`. */
export const windowsOsUpdateExtension: PatchExtension = {
  publisher: "Microsoft.SoftwareUpdateManagement",
  type: "WindowsOsUpdateExtension",
  operatingSystem: OperatingSystem.Windows,
  knownVersion: "1.0.28.0",
  source: source(updateManager("workflow-update-manager"), updateManager("overview-arc-enabled-vm-extensions")),
};

/** `Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension`. */
export const linuxOsUpdateExtension: PatchExtension = {
  publisher: "Microsoft.SoftwareUpdateManagement",
  type: "LinuxOsUpdateExtension",
  operatingSystem: OperatingSystem.Linux,
  knownVersion: "1.0.55.0",
  source: source(updateManager("workflow-update-manager"), updateManager("arc-enabled-vm-extensions")),
};

/** Every extension that Azure pushes to assess or patch a machine. */
export const allPatchExtensions: readonly PatchExtension[] = [
  windowsPatchExtension,
  linuxPatchExtension,
  windowsOsUpdateExtension,
  linuxOsUpdateExtension,
];

/** The extensions that carry out operations on a kind of machine; none where the operations are not to be had on it. */
export interface ExtensionUse extends Fact {
  readonly machineKind: MachineKind;
  readonly operations: readonly Operation[];
  readonly extensions: readonly PatchExtension[];
}

/** Which extension carries out what, and where. Documents name no extension of its own for hotpatching. */
export const extensionUses: readonly ExtensionUse[] = [
  {
    machineKind: "azure",
    operations: [Operation.AssessOnDemand, Operation.InstallOnDemand, Operation.Schedule, Operation.PeriodicAssessment],
    extensions: [windowsPatchExtension, linuxPatchExtension],
    source: source(updateManager("workflow-update-manager")),
  },
  {
    machineKind: "azure",
    operations: [Operation.AutomaticGuestPatching],
    extensions: [windowsPatchExtension, linuxPatchExtension],
    source: source(guestPatching),
  },
  {
    machineKind: "arc",
    operations: [Operation.AssessOnDemand, Operation.InstallOnDemand, Operation.Schedule],
    extensions: [windowsOsUpdateExtension, linuxOsUpdateExtension],
    source: source(updateManager("workflow-update-manager")),
  },
  {
    machineKind: "arc",
    operations: [Operation.PeriodicAssessment],
    extensions: [windowsPatchExtension, linuxPatchExtension],
    source: source(updateManager("workflow-update-manager")),
  },
  {
    machineKind: "arc",
    operations: [Operation.AutomaticGuestPatching],
    extensions: [],
    source: source(updateManager("updates-maintenance-schedules")),
  },
];

/**
 * The extensions that carry out an operation on a machine, or, without an operation, all that the machine is given:
 * one on an Azure VM, two on an Arc-enabled server. Empty where the operation is not to be had on that kind of machine.
 */
export function patchExtensions(
  machineKind: MachineKind,
  operatingSystem: OperatingSystem,
  operation?: Operation,
): readonly PatchExtension[] {
  const used = extensionUses
    .filter((use) => use.machineKind === machineKind)
    .filter((use) => operation === undefined || use.operations.includes(operation))
    .flatMap((use) => use.extensions);
  return allPatchExtensions.filter(
    (extension) => extension.operatingSystem === operatingSystem && used.includes(extension),
  );
}

/** The patch extension of a publisher and type, in any letter case; `undefined` where it is another extension. */
export function patchExtension(publisher: string, type: string): PatchExtension | undefined {
  return allPatchExtensions.find(
    (extension) =>
      extension.publisher.toLowerCase() === publisher.toLowerCase() &&
      extension.type.toLowerCase() === type.toLowerCase(),
  );
}

/** Whether a publisher and type, in any letter case, are those of an extension that the service pushes by itself. */
export function isPatchExtension(publisher: string, type: string): boolean {
  return patchExtension(publisher, type) !== undefined;
}

/** An extension as the Connected Machine agent's allow and block lists name it: `publisher/type`. */
export function allowListName({ publisher, type }: Pick<PatchExtension, "publisher" | "type">): string {
  return `${publisher}/${type}`;
}
