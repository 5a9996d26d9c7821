import { maintenanceSchema, updateManager } from "../documents";
import { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";
import { conflict, type Statement, statement } from "../statement";

/** `installPatches` of a maintenance configuration for one operating system. */
export interface UpdateSelection extends Fact {
  readonly operatingSystem: OperatingSystem;
  readonly path: "installPatches.windowsParameters" | "installPatches.linuxParameters";
  readonly classificationsToInclude: readonly string[];
  /** The properties that name single updates: those to install, and those to leave out, which win. */
  readonly include: "kbNumbersToInclude" | "packageNameMasksToInclude";
  readonly exclude: "kbNumbersToExclude" | "packageNameMasksToExclude";
  readonly examples: readonly string[];
}

/** Which updates a schedule can select, on each operating system. */
export const updateSelections: readonly UpdateSelection[] = [
  {
    operatingSystem: OperatingSystem.Windows,
    path: "installPatches.windowsParameters",
    classificationsToInclude: [
      "Critical",
      "Security",
      "UpdateRollup",
      "FeaturePack",
      "ServicePack",
      "Definition",
      "Tools",
      "Updates",
    ],
    include: "kbNumbersToInclude",
    exclude: "kbNumbersToExclude",
    examples: ["1234", "KB1234"],
    source: source(maintenanceSchema, updateManager("manage-vms-programmatically")),
    conflict: conflict(
      updateManager("manage-vms-programmatically"),
      'The REST text writes a KB as a bare number, the CLI example with the prefix "KB".',
      "Both are taken.",
    ),
  },
  {
    operatingSystem: OperatingSystem.Linux,
    path: "installPatches.linuxParameters",
    classificationsToInclude: ["Critical", "Security", "Other"],
    include: "packageNameMasksToInclude",
    exclude: "packageNameMasksToExclude",
    examples: ["mysql", "libc=1.0.1.1", "kernel*"],
    source: source(maintenanceSchema, updateManager("manage-vms-programmatically")),
  },
];

/** How updates are selected on an operating system. */
export function updateSelection(operatingSystem: OperatingSystem): UpdateSelection {
  const found = updateSelections.find((selection) => selection.operatingSystem === operatingSystem);
  if (!found) throw new RangeError(`no updates are known for the operating system "${operatingSystem}"`);
  return found;
}

/** The values of `classificationsToInclude` on an operating system. */
export function classifications(operatingSystem: OperatingSystem): readonly string[] {
  return updateSelection(operatingSystem).classificationsToInclude;
}

/** Whether a text can name an update of Windows: digits, with or without the prefix KB. */
export const isKbNumber = (text: string): boolean => /^(KB)?\d+$/i.test(text);

/**
 * Whether an update that is left out takes one with it that is included: the same number, with or without the prefix
 * KB, or a package name that the mask covers. Package names have their case.
 */
export function leavesOut(excluded: string, included: string, operatingSystem: OperatingSystem): boolean {
  if (operatingSystem === OperatingSystem.Windows) return withoutPrefix(excluded) === withoutPrefix(included);
  const literal = excluded.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`).test(included);
}

const withoutPrefix = (number: string): string => number.replace(/^KB/i, "");

/** The values of `installPatches.rebootSetting`. */
export const rebootSettings: readonly string[] = ["IfRequired", "Never", "Always"];

/** What ARM sets where no `installPatches.rebootSetting` is given. */
export const rebootSettingDefault = {
  value: "IfRequired",
  source: source(maintenanceSchema),
} as const satisfies Fact & Record<string, unknown>;

/** A value that documents or templates write, and the one that is meant. */
export interface Misspelling extends Fact {
  readonly property: "rebootSetting" | "classificationsToInclude";
  readonly wrong: string;
  readonly right: string;
}

/** Values that are found in documents, templates and answers of the service, and that ARM does not take. */
export const misspellings: readonly Misspelling[] = [
  {
    property: "rebootSetting",
    wrong: "NeverReboot",
    right: "Never",
    source: source(updateManager("manage-vms-programmatically")),
    unconfirmed: "The article writes it for on-demand runs; that the service also answers with it is not reported.",
  },
  {
    property: "rebootSetting",
    wrong: "AlwaysReboot",
    right: "Always",
    source: source(
      updateManager("manage-vms-programmatically"),
      "https://github.com/Azure/azure-rest-api-specs/issues/27222",
    ),
  },
  {
    property: "rebootSetting",
    wrong: "RebootIfRequired",
    right: "IfRequired",
    source: source(updateManager("manage-vms-programmatically")),
  },
  {
    property: "classificationsToInclude",
    wrong: "Others",
    right: "Other",
    source: source(updateManager("manage-arc-enabled-servers-programmatically")),
  },
  {
    property: "classificationsToInclude",
    wrong: "Update",
    right: "Updates",
    source: source(updateManager("manage-arc-enabled-servers-programmatically")),
  },
  {
    property: "classificationsToInclude",
    wrong: "UpdateRollUp",
    right: "UpdateRollup",
    source: source(maintenanceSchema),
    unconfirmed: "The spelling of SDK constants; whether the service takes it as a value is not documented.",
  },
];

/** What is meant by a value that ARM does not take; `undefined` where nothing is known of it. */
export function meant(property: Misspelling["property"], value: string): string | undefined {
  return misspellings.find((entry) => entry.property === property && entry.wrong === value)?.right;
}

/** `installPatches.rebootSetting` as it was sent, from what the service returns: it answers `Always` with `AlwaysReboot`. */
export function rebootSettingSent(returned: string): string {
  return meant("rebootSetting", returned) ?? returned;
}

/** The selection of updates, beyond its properties. */
export const updateStatements = {
  excludesWin: statement(
    "An update that is both included and excluded is not installed.",
    source(updateManager("manage-vms-programmatically")),
  ),
  emptySelection: statement(
    "A schedule with neither classifications nor included updates for an operating system installs nothing on it.",
    source(maintenanceSchema),
    { unconfirmed: "Inferred from the properties; no document states it." },
  ),
  bothOperatingSystems: statement(
    "One schedule may carry the parameters of both operating systems.",
    source(maintenanceSchema),
    { unconfirmed: "The schema says not to pass those of the other system; that concerns a run on one machine." },
  ),
  drivers: statement("Drivers are never installed.", source(updateManager("scheduled-patching"))),
  maxPatchPublishDate: statement(
    "A latest publish date of updates can be given to an on-demand run, not to a schedule.",
    source(updateManager("manage-vms-programmatically")),
    { unconfirmed: "The article shows it with on-demand runs only." },
  ),
} as const satisfies Record<string, Statement>;
