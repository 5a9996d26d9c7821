import { OperatingSystem } from "../../facts/operating-system";
import { isKbNumber, meant, type UpdateSelection, updateSelection } from "../../facts/schedules";
import { notOneOf, type Problems } from "../shared/problems";
import { RebootSetting } from "../virtual-machine/patching";

const schema = "https://learn.microsoft.com/azure/templates/microsoft.maintenance/maintenanceconfigurations";

/** The classes of updates of Windows. */
export const WindowsUpdateClassification = {
  Critical: "Critical",
  Security: "Security",
  UpdateRollup: "UpdateRollup",
  FeaturePack: "FeaturePack",
  ServicePack: "ServicePack",
  Definition: "Definition",
  Tools: "Tools",
  Updates: "Updates",
} as const;
export type WindowsUpdateClassification =
  (typeof WindowsUpdateClassification)[keyof typeof WindowsUpdateClassification];

/** The classes of updates of Linux. */
export const LinuxUpdateClassification = { Critical: "Critical", Security: "Security", Other: "Other" } as const;
export type LinuxUpdateClassification = (typeof LinuxUpdateClassification)[keyof typeof LinuxUpdateClassification];

/** Which updates are installed on Windows. */
export interface WindowsUpdatesArgs {
  /** The classes of updates to install; `[]` for none but those named. Default: `Critical` and `Security`. */
  classificationsToInclude?: WindowsUpdateClassification[];
  /** Updates to install beside those of the classes, by number, such as `KB5034441` or `5034441`. Default: none. */
  kbNumbersToInclude?: string[];
  /** Updates to leave out, by number, whatever includes them. Default: none. */
  kbNumbersToExclude?: string[];
  /** Whether updates that need a restart are left out. Default: false. */
  excludeKbsRequiringReboot?: boolean;
}

/** Which packages are updated on Linux. */
export interface LinuxUpdatesArgs {
  /** The classes of updates to install; `[]` for none but those named. Default: `Critical` and `Security`. */
  classificationsToInclude?: LinuxUpdateClassification[];
  /** Packages to update beside those of the classes, such as `kernel*` or `libc=1.0.1.1`. Default: none. */
  packageNameMasksToInclude?: string[];
  /** Packages to leave alone, whatever includes them, such as `docker*`. Default: none. */
  packageNameMasksToExclude?: string[];
}

/** What is installed in a window. */
export interface UpdatesArgs {
  /** Which updates are installed on machines with Windows. Default: critical and security updates. */
  windowsUpdates?: WindowsUpdatesArgs;
  /** Which packages are updated on machines with Linux. Default: critical and security updates. */
  linuxUpdates?: LinuxUpdatesArgs;
  /** Whether machines are restarted. A machine's own reboot setting overrides it. Default: `IfRequired`. */
  rebootSetting?: RebootSetting;
}

const defaultClassifications = ["Critical", "Security"] as const;

/** `installPatches` of the maintenance configuration. Each system has its defaults apart from the other's. */
export function resolveUpdates(args: UpdatesArgs, problems: Problems) {
  const { windowsUpdates = {}, linuxUpdates = {}, rebootSetting = RebootSetting.IfRequired } = args;
  const wrongRebootSetting = notOneOf(rebootSetting, Object.values(RebootSetting));
  if (wrongRebootSetting) {
    problems.add("rebootSetting", hinted(wrongRebootSetting, meant("rebootSetting", rebootSetting)));
  }
  const windowsParameters = { classificationsToInclude: [...defaultClassifications], ...given(windowsUpdates) };
  const linuxParameters = { classificationsToInclude: [...defaultClassifications], ...given(linuxUpdates) };
  checkSelection("windowsUpdates", OperatingSystem.Windows, windowsParameters, problems);
  checkSelection("linuxUpdates", OperatingSystem.Linux, linuxParameters, problems);
  return { rebootSetting, windowsParameters, linuxParameters };
}

/** The properties that have a value, so that one given as `undefined` does not hide a default. */
function given<T extends object>(args: T): T {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as T;
}

/** What is selected on either system. */
interface Selection extends Partial<Record<UpdateSelection["include" | "exclude"], readonly string[]>> {
  readonly classificationsToInclude: readonly string[];
}

function checkSelection(
  path: string,
  operatingSystem: OperatingSystem,
  selection: Selection,
  problems: Problems,
): void {
  const facts = updateSelection(operatingSystem);
  selection.classificationsToInclude.forEach((classification, index) => {
    const reason = notOneOf(classification, facts.classificationsToInclude);
    if (!reason) return;
    const hint = hinted(reason, meant("classificationsToInclude", classification));
    problems.add(`${path}.classificationsToInclude[${index}]`, hint);
  });
  const included = selection[facts.include] ?? [];
  const excluded = selection[facts.exclude] ?? [];
  checkNames(`${path}.${facts.include}`, included, operatingSystem, problems);
  checkNames(`${path}.${facts.exclude}`, excluded, operatingSystem, problems);
  included.forEach((name, index) => {
    const other = excluded.findIndex((each) => sameUpdate(each, name, operatingSystem));
    if (other >= 0) {
      problems.add(
        `${path}.${facts.include}[${index}]`,
        `${JSON.stringify(name)} is left out by ${path}.${facts.exclude}[${other}], which wins: give it in one of the two.`,
      );
    }
  });
  if (selection.classificationsToInclude.length === 0 && included.length === 0) {
    problems.add(
      `${path}.classificationsToInclude`,
      `is empty, and ${facts.include} names no update: nothing would ever be installed on ${operatingSystem}.`,
    );
  }
}

function checkNames(path: string, names: readonly string[], operatingSystem: OperatingSystem, problems: Problems) {
  names.forEach((name, index) => {
    if (operatingSystem === OperatingSystem.Windows && !isKbNumber(name)) {
      problems.add(
        `${path}[${index}]`,
        `${JSON.stringify(name)} is not the number of an update, such as "KB5034441" or "5034441". See ${schema}`,
      );
    }
    if (operatingSystem === OperatingSystem.Linux && !/^\S+$/.test(name)) {
      problems.add(
        `${path}[${index}]`,
        `${JSON.stringify(name)} is not a package, such as "mysql", "kernel*" or "libc=1.0.1.1". See ${schema}`,
      );
    }
  });
}

/** Whether two texts name one update: the letters KB are as good as none, and package names have their case. */
function sameUpdate(one: string, other: string, operatingSystem: OperatingSystem): boolean {
  if (operatingSystem === OperatingSystem.Linux) return one === other;
  const digits = (text: string) => text.replace(/^KB/i, "");
  return digits(one) === digits(other);
}

function hinted(reason: string, meantValue: string | undefined): string {
  return meantValue === undefined ? reason : `${reason} ${JSON.stringify(meantValue)} is meant.`;
}
