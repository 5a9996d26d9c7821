import * as pulumi from "@pulumi/pulumi";
import { OperatingSystem } from "../../facts/operating-system";
import type { Problems } from "../shared/problems";
import type { ResolvedAdministrator } from "./administrator";
import type { ResolvedPatching } from "./patching";

const namingRules =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcompute";

/** The system inside the machine. */
export interface GuestArgs {
  /**
   * The host name: at most 64 characters on Linux, 15 on Windows. It can't change after creation. Default: the
   * component's name.
   */
  computerName?: pulumi.Input<string>;
  /** The time zone of Windows, by its Windows name, e.g. `W. Europe Standard Time`. Default: UTC. */
  timeZone?: pulumi.Input<string>;
  /**
   * A licence that one has already, e.g. `Windows_Server` for the Azure Hybrid Benefit, or `RHEL_BYOS`. Default: the
   * image's licence is paid with the machine.
   */
  licenseType?: pulumi.Input<string>;
}

/** Everything that `osProfile` is made of. */
export interface Guest {
  readonly operatingSystem: OperatingSystem;
  readonly administrator: ResolvedAdministrator;
  readonly patching: ResolvedPatching;
  readonly customData: pulumi.Input<string> | undefined;
  readonly computerName: pulumi.Input<string>;
  readonly timeZone: pulumi.Input<string> | undefined;
}

/** The host name, the time zone and the licence, checked against the operating system. */
export function resolveGuest(
  componentName: string,
  args: GuestArgs,
  operatingSystem: OperatingSystem,
  problems: Problems,
) {
  const { computerName, timeZone, licenseType } = args;
  if (timeZone !== undefined && operatingSystem === OperatingSystem.Linux) {
    problems.add("timeZone", "Azure sets it on Windows only: on Linux, let cloud-init do it (customData).");
  }
  const origin = computerName === undefined ? "the component's name, which it is by default, " : "";
  return {
    computerName: problems.checked("computerName", computerName ?? componentName, (value) => {
      const reason = wrongComputerName(value, operatingSystem);
      return reason && `${origin}${JSON.stringify(value)} ${reason}. See ${namingRules}`;
    }),
    timeZone,
    licenseType:
      licenseType === undefined
        ? undefined
        : problems.checked("licenseType", licenseType, (value) => wrongLicense(value, operatingSystem)),
  };
}

/**
 * `osProfile`. The agent and the extensions, by which Update Manager works, are on: there is no argument for them.
 *
 * @param readSshPublicKeys the text of the keys that are resources in Azure
 */
export function osProfile(guest: Guest, readSshPublicKeys: pulumi.Input<string>[]) {
  const { administrator, patching, customData, computerName, timeZone } = guest;
  const common = {
    computerName,
    adminUsername: administrator.adminUsername,
    adminPassword: administrator.adminPassword,
    customData,
    allowExtensionOperations: true,
  };
  if (guest.operatingSystem === OperatingSystem.Windows) {
    return {
      ...common,
      windowsConfiguration: {
        provisionVMAgent: true,
        enableAutomaticUpdates: patching.enableAutomaticUpdates,
        timeZone,
        patchSettings: patching.patchSettings,
      },
    };
  }
  const keys = [...administrator.sshPublicKeys, ...readSshPublicKeys];
  const path = pulumi.interpolate`/home/${administrator.adminUsername}/.ssh/authorized_keys`;
  return {
    ...common,
    linuxConfiguration: {
      provisionVMAgent: true,
      disablePasswordAuthentication: administrator.adminPassword === undefined,
      ssh: keys.length > 0 ? { publicKeys: keys.map((keyData) => ({ path, keyData })) } : undefined,
      patchSettings: patching.patchSettings,
    },
  };
}

function wrongComputerName(name: string, operatingSystem: OperatingSystem): string | undefined {
  const windows = operatingSystem === OperatingSystem.Windows;
  const longest = windows ? 15 : 64;
  if (name.length === 0 || name.length > longest) {
    return `must be 1 to ${longest} characters long on ${operatingSystem}`;
  }
  if (!/^[A-Za-z0-9-]+$/.test(name)) return "must have only letters, digits and hyphens";
  if (name.startsWith("-") || name.endsWith("-")) return "must not begin or end with a hyphen";
  return windows && /^\d+$/.test(name) ? "must not be digits alone on Windows" : undefined;
}

function wrongLicense(licenseType: string, operatingSystem: OperatingSystem): string | undefined {
  const forWindows = /^Windows_/i.test(licenseType);
  if (forWindows === (operatingSystem === OperatingSystem.Windows)) return undefined;
  return `${JSON.stringify(licenseType)} is not a licence for ${operatingSystem}. See https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update`;
}
