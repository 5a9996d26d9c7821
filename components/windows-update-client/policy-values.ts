import type { MachineKind } from "../../facts/machine-kind";
import {
  AutomaticUpdates,
  automaticUpdatesFact,
  type ClientPolicyValue,
  PatchOrchestration,
  clientPolicyValues as policies,
  scheduledInstallDefault,
} from "../../facts/machine-settings";
import type { ScheduledInstallArgs } from "./automatic-updates";
import { WindowsUpdateSource } from "./source";

/** Everything that the registry follows from, resolved. */
export interface ClientSettings {
  readonly machineKind: MachineKind;
  readonly patchOrchestration: PatchOrchestration;
  readonly automaticUpdates?: AutomaticUpdates;
  readonly scheduledInstall?: ScheduledInstallArgs;
  readonly updateSource?: WindowsUpdateSource;
  readonly wsus?: {
    readonly serverUrl: string;
    readonly targetGroups?: readonly string[];
    readonly blockInternetLocations?: boolean;
    readonly allowTrustedPublishers?: boolean;
  };
}

/** What a registry value is to be; without `data` it is to be absent. */
export interface WantedValue {
  readonly policy: ClientPolicyValue;
  readonly data: number | string | undefined;
}

/**
 * What the registry is to hold. Whole settings are decided, or left as they are: of a setting that is decided, each
 * value is set or taken away, so that a machine that had another one before ends up the same.
 */
export function wantedValues(settings: ClientSettings): readonly WantedValue[] {
  return [...sourceValues(settings), ...automaticUpdatesValues(settings)];
}

function sourceValues({ updateSource, wsus }: ClientSettings): WantedValue[] {
  if (updateSource === undefined) return [];
  const groups = wsus?.targetGroups ?? [];
  return [
    want(policies.server, wsus?.serverUrl),
    want(policies.statusServer, wsus?.serverUrl),
    want(policies.useServer, wsus && 1),
    want(policies.targetGroup, groups.length > 0 ? groups.join(";") : undefined),
    want(policies.targetGroupEnabled, groups.length > 0 ? 1 : undefined),
    want(policies.noInternetLocations, wsus?.blockInternetLocations ? 1 : undefined),
    want(policies.trustedPublishers, wsus?.allowTrustedPublishers ? 1 : undefined),
    want(policies.otherProducts, updateSource === WindowsUpdateSource.MicrosoftUpdate ? 1 : undefined),
  ];
}

function automaticUpdatesValues(settings: ClientSettings): WantedValue[] {
  const { scheduledInstall = {} } = settings;
  const fact = automaticUpdatesFact(automaticUpdatesOf(settings) ?? "");
  const scheduled = fact?.automaticUpdates === AutomaticUpdates.ScheduledInstall;
  const { noAutoRestartWithLoggedOnUsers, alwaysAutoRestartMinutes: minutes } = scheduledInstall;
  // Where Windows is to install by itself, as it likes, restarts are its own, too.
  if (fact === undefined && settings.patchOrchestration === PatchOrchestration.AutomaticByOS) return [];
  return [
    ...(fact ? [want(policies.noAutoUpdate, fact.noAutoUpdate)] : []),
    // With Automatic Updates off, AUOptions has no effect, and on virtual machines it is Azure that writes it.
    ...(fact?.auOptions ? [want(policies.options, fact.auOptions)] : []),
    ...(fact
      ? [
          want(policies.installDay, scheduled ? dayNumber(scheduledInstall) : undefined),
          want(policies.installTime, scheduled ? (scheduledInstall.hour ?? scheduledInstallDefault.hour) : undefined),
        ]
      : []),
    want(policies.noRestartWithUsers, noAutoRestartWithLoggedOnUsers ? 1 : undefined),
    want(policies.alwaysRestart, minutes === undefined ? undefined : 1),
    want(policies.alwaysRestartMinutes, minutes),
  ];
}

function automaticUpdatesOf(settings: ClientSettings): AutomaticUpdates | undefined {
  const { automaticUpdates, machineKind, patchOrchestration } = settings;
  if (automaticUpdates !== undefined) return automaticUpdates;
  const ofWindows = machineKind === "azure" || patchOrchestration === PatchOrchestration.AutomaticByOS;
  return ofWindows ? undefined : AutomaticUpdates.Off;
}

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function dayNumber({ weekday }: ScheduledInstallArgs): number {
  return weekday === undefined ? scheduledInstallDefault.day : days.indexOf(weekday) + 1;
}

const want = (policy: ClientPolicyValue, data: WantedValue["data"]): WantedValue => ({ policy, data });
