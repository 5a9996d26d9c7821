import { guestPatching, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

/** A registry value of Windows that decides how updates are found and installed. */
export interface RegistryValue extends Fact {
  readonly key: string;
  readonly value: string;
  readonly purpose: string;
}

const policies = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";
const windowsUpdate = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate";

/** What the service writes on a Windows Azure VM with `AutomaticByPlatform`. */
export const registryValuesWritten: readonly RegistryValue[] = [
  {
    key: `${policies}\\AU`,
    value: "AUOptions",
    purpose: "how Automatic Updates behaves",
    source: source(updateManager("configure-wu-agent")),
  },
  {
    key: `${policies}\\AU`,
    value: "NoAutoUpdate",
    purpose: "0 with AutomaticByOS, 1 with Manual and AutomaticByPlatform",
    source: source(updateManager("configure-wu-agent"), guestPatching),
  },
  {
    key: `${windowsUpdate}\\Auto Update`,
    value: "RebootRequired",
    purpose: "a restart is pending",
    source: source(updateManager("configure-wu-agent")),
  },
  {
    key: `${windowsUpdate}\\Services`,
    value: "ServiceID",
    purpose: "registers Microsoft Update",
    source: source(updateManager("configure-wu-agent")),
  },
];

/** Where Windows reads which server its updates come from. */
export const updateSourceRegistryValues: readonly RegistryValue[] = [
  { key: policies, value: "WUServer", purpose: "the WSUS server", source: source(updateManager("configure-wu-agent")) },
  {
    key: policies,
    value: "WUStatusServer",
    purpose: "the server that the client reports to",
    source: source(updateManager("configure-wu-agent")),
  },
];

/** The group policies of Windows that work against Update Manager. */
export const conflictingGroupPolicies = {
  names: [
    "Configure Automatic Updates",
    "No auto-restart with logged on users",
    "Always automatically restart at the scheduled time",
  ],
  source: source(updateManager("configure-wu-agent")),
} as const satisfies Fact & Record<string, unknown>;

/** The id under which Windows registers Microsoft Update, the source of updates for Microsoft's other products. */
export const microsoftUpdateServiceId = {
  value: "7971f918-a847-4430-9279-4a52d1efe18d",
  source: source(updateManager("configure-wu-agent")),
} as const satisfies Fact & Record<string, unknown>;

/** Windows, as Update Manager finds it. */
export const windowsStatements = {
  preDownload: statement("Pre-download of updates is not supported.", source(updateManager("configure-wu-agent"))),
  rebootSetting: statement(
    "A reboot setting of Never does not win over restarts that the registry or a group policy asks for, and they can hold back Always.",
    source(updateManager("configure-wu-agent")),
  ),
  updateSource: statement(
    "The source of updates is set in Windows or by group policy, not through Update Manager.",
    source(updateManager("configure-wu-agent")),
  ),
  wsusApproval: statement(
    "Updates from WSUS are approved there first, or the run fails.",
    source(updateManager("configure-wu-agent")),
  ),
  drivers: statement("Driver updates are never installed.", source(updateManager("support-matrix"))),
} as const satisfies Record<string, Statement>;

/** Linux, as Update Manager finds it. */
export const linuxStatements = {
  packagekit: statement(
    "On Red Hat Enterprise Linux with automatic VM guest patching, packagekit is stopped and masked by hand.",
    source(guestPatching),
  ),
  unattendedUpgrades: statement(
    "Automatic VM guest patching switches off Ubuntu's unattended upgrades by itself.",
    source(guestPatching),
  ),
  ubuntuPro: statement(
    "Ubuntu 18.04 and 20.04 are past standard support: without Ubuntu Pro, ESM packages are skipped and the run ends CompletedWithWarnings.",
    source(updateManager("security-awareness-ubuntu-support")),
  ),
} as const satisfies Record<string, Statement>;
