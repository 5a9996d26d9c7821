import { updateManager } from "../documents";
import { type Fact, source } from "../source";

/** What a release of an extension changed. */
export interface ReleaseNote extends Fact {
  readonly extension: string;
  readonly version: string;
  /** Year and month. */
  readonly released: string;
  readonly changes: readonly string[];
}

/** The releases of extensions that changed what can be patched. */
export const releaseNotes: readonly ReleaseNote[] = [
  {
    extension: "Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension",
    version: "1.0.28.0",
    released: "2025-03",
    changes: [
      "The extension no longer stays in the state Creating until enabling it times out.",
      "Results with an HRESULT are explained.",
      "A run no longer stays InProgress after a restart that ended inside the window.",
    ],
    source: source(updateManager("overview-arc-enabled-vm-extensions")),
  },
  {
    extension: "Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension",
    version: "1.0.55.0",
    released: "2025-07",
    changes: [
      "Ubuntu 24 and Debian 12 are supported; earlier versions fail on Ubuntu 24.04, whose list of sources they can't read.",
    ],
    source: source(updateManager("arc-enabled-vm-extensions")),
  },
];

/** Where the extensions lie and log on a machine. The folder of the Linux package has `Edp` in its name; the type has not. */
export const extensionPaths = {
  azureLinuxAgentLog: "/var/log/waagent.log",
  azureLinuxPackage: "/var/lib/waagent/Microsoft.CPlat.Core.Edp.LinuxPatchExtension-<version>",
  azureLinuxLogs: "/var/log/azure/Microsoft.CPlat.Core.LinuxPatchExtension/",
  azureWindowsPackage: "C:\\Packages\\Plugins\\Microsoft.CPlat.Core.WindowsPatchExtension<version>",
  azureWindowsLogs: "C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.CPlat.Core.WindowsPatchExtension<version>",
  arcWindowsLogs:
    "C:\\ProgramData\\GuestConfig\\extension_Logs\\Microsoft.SoftwareUpdateManagement\\WindowsOsUpdateExtension",
  source: source(updateManager("troubleshoot")),
} as const satisfies Fact & Record<string, unknown>;
