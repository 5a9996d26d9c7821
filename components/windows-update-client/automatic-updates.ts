import * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import {
  AutomaticUpdates,
  automaticUpdatesConflict,
  automaticUpdatesFact,
  PatchOrchestration,
  restartTimerMinutes,
  windowsOrchestrations,
} from "../../facts/machine-settings";
import { Weekday } from "../maintenance-schedule/recurrence";
import { isPlain, notOneOf, oneOf, Problems } from "../shared/problems";
import { clientPage, orchestrationPage, restartsPage, settingsPage } from "./documents";

/** When Windows installs updates by itself, and how it restarts then. */
export interface ScheduledInstallArgs {
  /** The day of the week. Default: every day. */
  weekday?: Weekday;
  /** The hour, from 0 to 23, by the machine's own clock. Default: 3. */
  hour?: number;
  /** Whether Windows waits with a restart while somebody is signed in. Default: false. */
  noAutoRestartWithLoggedOnUsers?: boolean;
  /**
   * Restarts the machine so many minutes after the installation, from 15 to 180, whoever is signed in. It contradicts
   * `noAutoRestartWithLoggedOnUsers`. Default: Windows finds a time.
   */
  alwaysAutoRestartMinutes?: number;
}

/** Who installs updates, and what Windows does by itself. */
export interface AutomaticUpdatesArgs {
  /**
   * Who decides when updates are installed, as the machines have it; Azure does not set it on Arc-enabled servers, so
   * that it says there what is meant. Nothing that works against it is written, and restarts that Windows would force or
   * hold back are taken from it, so that those of schedules come about. Default: `CustomerManagedSchedules`.
   */
  patchOrchestration?: pulumi.Input<PatchOrchestration>;
  /**
   * What Automatic Updates does. It must agree with `patchOrchestration`: it installs nothing beside schedules, and on
   * virtual machines, where Azure writes the same value, it is `Off` beside them. Default: `Off` on Arc-enabled servers,
   * unless `patchOrchestration` is `AutomaticByOS`; else left as it is.
   */
  automaticUpdates?: AutomaticUpdates;
  /** When Windows installs, with `automaticUpdates: "ScheduledInstall"`. Default: every day at 3. */
  scheduledInstall?: ScheduledInstallArgs;
}

/** The orchestration of the machines, checked against what Windows is to do by itself. */
export function resolveOrchestration(
  args: AutomaticUpdatesArgs,
  machineKinds: readonly MachineKind[],
  title: string,
  problems: Problems,
): pulumi.Input<PatchOrchestration> {
  const { patchOrchestration = PatchOrchestration.CustomerManagedSchedules, automaticUpdates } = args;
  checkAutomaticUpdates(args, problems);
  if (isPlain(patchOrchestration)) {
    checkOrchestration(patchOrchestration, automaticUpdates, machineKinds, problems);
    return patchOrchestration;
  }
  return pulumi.output(patchOrchestration).apply((orchestration) => {
    const late = new Problems(title);
    checkOrchestration(orchestration, automaticUpdates, machineKinds, late);
    if (late.any) late.fail();
    return orchestration;
  });
}

function checkAutomaticUpdates({ automaticUpdates, scheduledInstall }: AutomaticUpdatesArgs, problems: Problems): void {
  const wrong =
    automaticUpdates === undefined ? undefined : notOneOf(automaticUpdates, Object.values(AutomaticUpdates));
  if (wrong !== undefined) problems.add("automaticUpdates", `${wrong} See ${settingsPage}`);
  if (scheduledInstall === undefined) return;
  if (automaticUpdates !== AutomaticUpdates.ScheduledInstall) {
    problems.add(
      "scheduledInstall",
      `has no effect unless automaticUpdates is "ScheduledInstall": leave it out. See ${restartsPage}`,
    );
  }
  const { weekday, hour, noAutoRestartWithLoggedOnUsers, alwaysAutoRestartMinutes: minutes } = scheduledInstall;
  const wrongDay = weekday === undefined ? undefined : notOneOf(weekday, Object.values(Weekday));
  if (wrongDay !== undefined) problems.add("scheduledInstall.weekday", `${wrongDay} See ${settingsPage}`);
  if (hour !== undefined && !(Number.isInteger(hour) && hour >= 0 && hour <= 23)) {
    problems.add("scheduledInstall.hour", `${hour} is not a whole hour from 0 to 23. See ${settingsPage}`);
  }
  if (minutes === undefined) return;
  const { minimum, maximum } = restartTimerMinutes;
  if (!(Number.isInteger(minutes) && minutes >= minimum && minutes <= maximum)) {
    problems.add(
      "scheduledInstall.alwaysAutoRestartMinutes",
      `${minutes} is not a whole number of minutes from ${minimum} to ${maximum}. See ${restartsPage}`,
    );
  }
  if (noAutoRestartWithLoggedOnUsers) {
    problems.add(
      "scheduledInstall.alwaysAutoRestartMinutes",
      `has no effect beside noAutoRestartWithLoggedOnUsers: leave out one of the two. See ${restartsPage}`,
    );
  }
}

function checkOrchestration(
  orchestration: PatchOrchestration,
  automaticUpdates: AutomaticUpdates | undefined,
  machineKinds: readonly MachineKind[],
  problems: Problems,
): void {
  const wrong = notOneOf(orchestration, windowsOrchestrations("azure"));
  if (wrong !== undefined) {
    problems.add("patchOrchestration", `${wrong} See ${orchestrationPage}`);
    return;
  }
  if (machineKinds.includes("arc") && !windowsOrchestrations("arc").includes(orchestration)) {
    problems.add(
      "patchOrchestration",
      `${JSON.stringify(orchestration)} is not to be had on arcServers: there it is ${oneOf(windowsOrchestrations("arc"))}. See ${orchestrationPage}`,
    );
    return;
  }
  const fact = automaticUpdates && automaticUpdatesFact(automaticUpdates);
  if (!fact) return;
  const conflicts = new Set(machineKinds.map((kind) => automaticUpdatesConflict(fact, orchestration, kind)));
  const given = JSON.stringify(automaticUpdates);
  const beside = `patchOrchestration ${JSON.stringify(orchestration)}`;
  if (conflicts.has("installs")) {
    problems.add(
      "automaticUpdates",
      `${given} contradicts ${beside}: Windows would install updates and restart when it likes. Give "Off", or patchOrchestration "AutomaticByOS". See ${clientPage}`,
    );
  }
  if (conflicts.has("never installs")) {
    problems.add(
      "automaticUpdates",
      `${given} contradicts ${beside}: nobody would install updates. Give "ScheduledInstall". See ${clientPage}`,
    );
  }
  if (conflicts.has("overwritten")) {
    problems.add(
      "automaticUpdates",
      `${given} contradicts ${beside}: on virtualMachines Azure itself switches Automatic Updates off then. Leave it out, or give "Off". See ${clientPage}`,
    );
  }
}
