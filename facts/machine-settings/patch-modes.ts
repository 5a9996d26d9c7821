import { computeSchema, guestPatching } from "../documents";
import { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";
import { conflict } from "../statement";

/** The values of `patchSettings.patchMode` on an Azure VM, Windows and Linux taken together. */
export const PatchMode = {
  AutomaticByPlatform: "AutomaticByPlatform",
  AutomaticByOS: "AutomaticByOS",
  Manual: "Manual",
  ImageDefault: "ImageDefault",
} as const;
export type PatchMode = (typeof PatchMode)[keyof typeof PatchMode];

/** One patch mode that ARM takes on one operating system. */
export interface PatchModeFact extends Fact {
  readonly operatingSystem: OperatingSystem;
  readonly patchMode: PatchMode;
  /** Whether ARM sets this mode where none is given. */
  readonly isDefault: boolean;
  /** The settings of the same `windowsConfiguration` or `linuxConfiguration` that this mode asks for. */
  readonly requires: { readonly provisionVMAgent?: true; readonly enableAutomaticUpdates?: boolean };
  readonly effect: string;
  /** Whether Azure rolls updates out region by region and availability set by availability set. */
  readonly availabilityFirst: boolean;
  /** What the service writes to the Windows registry value `NoAutoUpdate`. */
  readonly noAutoUpdate?: 0 | 1;
}

/** Every patch mode, on the operating systems that take it. */
export const patchModeFacts: readonly PatchModeFact[] = [
  {
    operatingSystem: OperatingSystem.Windows,
    patchMode: PatchMode.AutomaticByOS,
    isDefault: true,
    requires: { enableAutomaticUpdates: true },
    effect: "Windows Automatic Updates installs updates",
    availabilityFirst: false,
    noAutoUpdate: 0,
    source: source(guestPatching),
  },
  {
    operatingSystem: OperatingSystem.Windows,
    patchMode: PatchMode.Manual,
    isDefault: false,
    requires: { enableAutomaticUpdates: false },
    effect: "Windows Automatic Updates is off; something else installs updates",
    availabilityFirst: false,
    noAutoUpdate: 1,
    source: source(guestPatching),
  },
  {
    operatingSystem: OperatingSystem.Windows,
    patchMode: PatchMode.AutomaticByPlatform,
    isDefault: false,
    requires: { provisionVMAgent: true, enableAutomaticUpdates: true },
    effect: "Azure orchestrates updates; Windows Automatic Updates is off",
    availabilityFirst: true,
    noAutoUpdate: 1,
    source: source(guestPatching, computeSchema),
    conflict: conflict(
      guestPatching,
      "A VM can change between AutomaticByPlatform and Manual while enableAutomaticUpdates is false.",
      "The ARM schema asks for enableAutomaticUpdates true: that is what a new VM gets. False is taken on an existing VM, as the article allows it.",
    ),
  },
  {
    operatingSystem: OperatingSystem.Linux,
    patchMode: PatchMode.ImageDefault,
    isDefault: true,
    requires: {},
    effect: "whatever the image is configured to do",
    availabilityFirst: false,
    source: source(guestPatching),
  },
  {
    operatingSystem: OperatingSystem.Linux,
    patchMode: PatchMode.AutomaticByPlatform,
    isDefault: false,
    requires: { provisionVMAgent: true },
    effect: "Azure orchestrates updates",
    availabilityFirst: true,
    source: source(guestPatching),
  },
];

/** The patch modes that ARM takes on an Azure VM of each operating system. */
export const patchModes: Readonly<Record<OperatingSystem, readonly string[]>> = {
  Linux: modesOf(OperatingSystem.Linux),
  Windows: modesOf(OperatingSystem.Windows),
};

function modesOf(operatingSystem: OperatingSystem): readonly string[] {
  return patchModeFacts.filter((fact) => fact.operatingSystem === operatingSystem).map(({ patchMode }) => patchMode);
}

/** The fact on a patch mode of an operating system; `undefined` where ARM refuses the mode on that system. */
export function patchModeFact(operatingSystem: OperatingSystem, patchMode: string): PatchModeFact | undefined {
  return patchModeFacts.find((fact) => fact.operatingSystem === operatingSystem && fact.patchMode === patchMode);
}

/** Whether an existing Windows VM can change from one patch mode to another, either way round. */
export interface PatchModeChange extends Fact {
  readonly between: readonly [PatchMode, PatchMode];
  /** What `enableAutomaticUpdates` of the VM must be; `"never"`: there is no direct way. */
  readonly allowedWhenEnableAutomaticUpdatesIs: boolean | "never";
}

/** The changes of patch mode on an existing Windows VM. */
export const windowsPatchModeChanges: readonly PatchModeChange[] = [
  {
    between: [PatchMode.AutomaticByPlatform, PatchMode.Manual],
    allowedWhenEnableAutomaticUpdatesIs: false,
    source: source(guestPatching),
  },
  {
    between: [PatchMode.AutomaticByPlatform, PatchMode.AutomaticByOS],
    allowedWhenEnableAutomaticUpdatesIs: true,
    source: source(guestPatching),
  },
  {
    between: [PatchMode.AutomaticByOS, PatchMode.Manual],
    allowedWhenEnableAutomaticUpdatesIs: "never",
    source: source(guestPatching),
  },
];

/** What is said of the change between two patch modes of a Windows VM; `undefined` for no change or an unknown mode. */
export function windowsPatchModeChange(from: string, to: string): PatchModeChange | undefined {
  return windowsPatchModeChanges.find(
    ({ between: [one, other] }) => (one === from && other === to) || (one === to && other === from),
  );
}

/** `windowsConfiguration.enableAutomaticUpdates`: true where not given, and fixed when the VM is created. */
export const enableAutomaticUpdates = {
  property: "osProfile.windowsConfiguration.enableAutomaticUpdates",
  defaultValue: true,
  fixedAtCreation: true,
  source: source(computeSchema, guestPatching),
} as const satisfies Fact & Record<string, unknown>;

/**
 * The modes that the one `patchSettings` type of `Microsoft.HybridCompute/machines` lists
 * (Microsoft.HybridCompute/stable/2024-07-10/HybridCompute.json). It serves both operating systems, so the schema does
 * not stop a mode of the other system.
 */
export const arcPatchModes: readonly string[] = [
  PatchMode.ImageDefault,
  PatchMode.AutomaticByPlatform,
  PatchMode.AutomaticByOS,
  PatchMode.Manual,
];
