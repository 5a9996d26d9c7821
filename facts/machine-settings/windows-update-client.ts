import { updateManager } from "../documents";
import type { MachineKind } from "../machine-kind";
import { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";
import { conflict, type Statement, statement } from "../statement";
import type { RegistryValue } from "./guest";
import { orchestrations, type PatchOrchestration, patchSettingsFor } from "./orchestration";
import { patchModeFact } from "./patch-modes";

const clientSettings = "MicrosoftDocs/windows-itpro-docs windows/deployment/update/waas-wu-settings.md";
const restarts = "MicrosoftDocs/windows-itpro-docs windows/deployment/update/waas-restart.md";
const clientPolicies =
  "MicrosoftDocs/windowsserverdocs WindowsServerDocs/administration/windows-server-update-services/deploy/4-configure-group-policy-settings-for-automatic-updates.md";
const wsusClients = "https://technet.microsoft.com/library/dd939844(v=ws.10).aspx";
const optIn = "MicrosoftDocs/win32 desktop-src/Wua_Sdk/opt-in-to-microsoft-update.md";

/** What Automatic Updates of Windows does with updates that it finds. */
export const AutomaticUpdates = {
  /** Nothing: it is off, and updates are installed by others. */
  Off: "Off",
  /** It tells that there are updates, and leaves downloading to others. */
  NotifyBeforeDownload: "NotifyBeforeDownload",
  /** It downloads updates, and leaves installing to others. */
  DownloadAndNotify: "DownloadAndNotify",
  /** It downloads updates and installs them at an hour of its own. */
  ScheduledInstall: "ScheduledInstall",
} as const;
export type AutomaticUpdates = (typeof AutomaticUpdates)[keyof typeof AutomaticUpdates];

/** The registry values behind an {@link AutomaticUpdates}. */
export interface AutomaticUpdatesFact extends Fact {
  readonly automaticUpdates: AutomaticUpdates;
  /** `NoAutoUpdate`. */
  readonly noAutoUpdate: 0 | 1;
  /** `AUOptions`; `undefined` where it has no effect. */
  readonly auOptions?: 2 | 3 | 4;
  /** Whether Windows installs updates by itself. */
  readonly installs: boolean;
}

/** Every way that Automatic Updates works, but for those that leave the choice to an administrator of the machine. */
export const automaticUpdatesFacts: readonly AutomaticUpdatesFact[] = [
  { automaticUpdates: AutomaticUpdates.Off, noAutoUpdate: 1, installs: false, source: source(clientSettings) },
  {
    automaticUpdates: AutomaticUpdates.NotifyBeforeDownload,
    noAutoUpdate: 0,
    auOptions: 2,
    installs: false,
    source: source(clientSettings),
  },
  {
    automaticUpdates: AutomaticUpdates.DownloadAndNotify,
    noAutoUpdate: 0,
    auOptions: 3,
    installs: false,
    source: source(clientSettings),
  },
  {
    automaticUpdates: AutomaticUpdates.ScheduledInstall,
    noAutoUpdate: 0,
    auOptions: 4,
    installs: true,
    source: source(clientSettings, restarts),
  },
];

/** The fact on a way that Automatic Updates works; `undefined` where there is none of that name. */
export function automaticUpdatesFact(automaticUpdates: string): AutomaticUpdatesFact | undefined {
  return automaticUpdatesFacts.find((fact) => fact.automaticUpdates === automaticUpdates);
}

/**
 * How Automatic Updates and the patch orchestration of a machine work against each other: `installs` beside a schedule,
 * `never installs` where nobody else does, or is `overwritten` by what Azure writes to the same registry value.
 */
export type AutomaticUpdatesConflict = "installs" | "never installs" | "overwritten";

/** How they work against each other; `undefined` where they don't. */
export function automaticUpdatesConflict(
  { installs, noAutoUpdate }: AutomaticUpdatesFact,
  orchestration: PatchOrchestration,
  machineKind: MachineKind,
): AutomaticUpdatesConflict | undefined {
  const byOs = orchestration === "AutomaticByOS";
  if (installs !== byOs) return installs ? "installs" : "never installs";
  // Update Manager changes no registry value of an Arc-enabled server.
  const written = machineKind === "azure" ? noAutoUpdateOf(orchestration) : undefined;
  return written === undefined || written === noAutoUpdate ? undefined : "overwritten";
}

function noAutoUpdateOf(orchestration: PatchOrchestration): 0 | 1 | undefined {
  const settings = patchSettingsFor(orchestration, OperatingSystem.Windows);
  return settings && patchModeFact(OperatingSystem.Windows, settings.patchMode)?.noAutoUpdate;
}

/** The patch orchestrations that a Windows machine of a kind can have; on Arc-enabled servers Azure has no hand in it. */
export function windowsOrchestrations(machineKind: MachineKind): readonly PatchOrchestration[] {
  return orchestrations
    .map(({ orchestration }) => orchestration)
    .filter((orchestration) => patchSettingsFor(orchestration, OperatingSystem.Windows) !== undefined)
    .filter((orchestration) => machineKind === "azure" || orchestration !== "AzureManagedSafeDeployment");
}

/** A registry value below the policies of Windows Update. */
export interface ClientPolicyValue extends RegistryValue {
  readonly type: "REG_DWORD" | "REG_SZ";
}

const policies = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";

function policyValue(
  value: string,
  type: ClientPolicyValue["type"],
  purpose: string,
  documents: Fact["source"],
  below = "",
): ClientPolicyValue {
  return { key: `${policies}${below}`, value, type, purpose, source: documents };
}

/** The registry values by which policies set up the client of Windows Update. */
export const clientPolicyValues = {
  server: policyValue(
    "WUServer",
    "REG_SZ",
    "the WSUS server of Automatic Updates and of whoever calls the API, such as Update Manager",
    source(clientSettings, wsusClients),
  ),
  statusServer: policyValue(
    "WUStatusServer",
    "REG_SZ",
    "the server that the client reports to; valid only if the same as WUServer",
    source(clientSettings, wsusClients),
  ),
  targetGroup: policyValue(
    "TargetGroup",
    "REG_SZ",
    "the groups of WSUS that the machine says it is in, separated by semicolons",
    source(clientSettings, wsusClients),
  ),
  targetGroupEnabled: policyValue("TargetGroupEnabled", "REG_DWORD", "1: TargetGroup is sent", source(wsusClients)),
  noInternetLocations: policyValue(
    "DoNotConnectToWindowsUpdateInternetLocations",
    "REG_DWORD",
    "1: nothing but WSUS is contacted, and services such as Delivery Optimization may stop to work",
    source(clientSettings, updateManager("configure-wu-agent")),
  ),
  trustedPublishers: policyValue(
    "AcceptTrustedPublisherCerts",
    "REG_DWORD",
    "1: WSUS may distribute updates signed by publishers that the machine trusts",
    source(clientPolicies, wsusClients),
  ),
  useServer: policyValue("UseWUServer", "REG_DWORD", "1: WUServer is used", source(clientSettings), "\\AU"),
  otherProducts: policyValue(
    "AllowMUUpdateService",
    "REG_DWORD",
    "1: updates of other Microsoft products are installed, too",
    source(updateManager("configure-wu-agent")),
    "\\AU",
  ),
  noAutoUpdate: policyValue("NoAutoUpdate", "REG_DWORD", "1: Automatic Updates is off", source(clientSettings), "\\AU"),
  options: policyValue("AUOptions", "REG_DWORD", "how Automatic Updates works", source(clientSettings), "\\AU"),
  installDay: policyValue(
    "ScheduledInstallDay",
    "REG_DWORD",
    "0: every day; 1 to 7: Sunday to Saturday",
    source(clientSettings),
    "\\AU",
  ),
  installTime: policyValue("ScheduledInstallTime", "REG_DWORD", "the hour, 0 to 23", source(clientSettings), "\\AU"),
  noRestartWithUsers: policyValue(
    "NoAutoRebootWithLoggedOnUsers",
    "REG_DWORD",
    "1: no restart while somebody is signed in, after an installation that Windows scheduled",
    source(clientSettings, restarts),
    "\\AU",
  ),
  alwaysRestart: policyValue(
    "AlwaysAutoRebootAtScheduledTime",
    "REG_DWORD",
    "1: a restart once the timer has run out, whoever is signed in",
    source(restarts),
    "\\AU",
  ),
  alwaysRestartMinutes: policyValue(
    "AlwaysAutoRebootAtScheduledTimeMinutes",
    "REG_DWORD",
    "the minutes of that timer",
    source(restarts),
    "\\AU",
  ),
} as const satisfies Record<string, ClientPolicyValue>;

/** How long the timer of a forced restart runs, in minutes. */
export const restartTimerMinutes = {
  minimum: 15,
  maximum: 180,
  source: source(restarts, clientPolicies),
} as const satisfies Fact & Record<string, unknown>;

/** When Windows installs where no day and hour are given. */
export const scheduledInstallDefault = {
  day: 0,
  hour: 3,
  source: source(clientPolicies),
} as const satisfies Fact & Record<string, unknown>;

/** How Microsoft Update is registered: pending and online registration are allowed, and Automatic Updates uses it. */
export const microsoftUpdateRegistration = {
  flags: 7,
  source: source(updateManager("configure-wu-agent"), optIn),
} as const satisfies Fact & Record<string, unknown>;

/** The client of Windows Update, in words. */
export const clientStatements = {
  oneRestartPolicy: statement(
    "A restart after a timer has no effect where restarts are held back while somebody is signed in.",
    source(restarts, clientPolicies),
  ),
  scheduledInstallAlone: statement(
    "Restarts are held back, or forced, only after installations that Windows schedules by itself (AUOptions 4).",
    source(restarts),
  ),
  wsusWithAutomaticUpdatesOff: statement(
    "A WSUS server serves Update Manager where Automatic Updates is off, too.",
    source(updateManager("configure-wu-agent"), wsusClients),
    {
      conflict: conflict(
        clientSettings,
        "If Configure Automatic Updates is disabled, the policy that names the intranet update service has no effect.",
        "Update Manager supports WSUS on machines on which it switches Automatic Updates off itself: it calls the API of Windows Update, which uses WUServer.",
      ),
    },
  ),
} as const satisfies Record<string, Statement>;
