import * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { Problems } from "../shared/problems";
import { type AutomaticUpdatesArgs, resolveOrchestration } from "./automatic-updates";
import { resolveMachines, type WindowsMachinesArgs } from "./machines";
import { clientScript } from "./script";
import { resolveSource, type WindowsUpdateSourceArgs } from "./source";

/** How the script is run. */
export interface RunCommandArgs {
  /**
   * Any ASCII text on one line, such as a date. A run command runs when it is created and when its script changes: another
   * text runs it again, as after somebody changed the registry by hand, or after it failed. Default: none.
   */
  trigger?: pulumi.Input<string>;
  /** For how long the script may run, in seconds, at least 60. Default: 600. */
  timeoutInSeconds?: number;
}

/** Every argument that says how the client is set up. */
export interface DesignArgs
  extends WindowsMachinesArgs,
    WindowsUpdateSourceArgs,
    AutomaticUpdatesArgs,
    RunCommandArgs {}

/**
 * Everything that follows from the arguments alone.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designWindowsUpdateClient(name: string, args: DesignArgs) {
  const title = `WindowsUpdateClient ${JSON.stringify(name)}`;
  const problems: Problems = new Problems(title);
  const machines = resolveMachines(args, problems);
  const kinds = [...new Set(machines.map(({ machineKind }) => machineKind))];
  const source = resolveSource(args, problems);
  const orchestration = resolveOrchestration(args, kinds, title, problems);
  const trigger = args.trigger === undefined ? undefined : problems.checked("trigger", args.trigger, notOneLine);
  const { timeoutInSeconds = 600 } = args;
  if (!(Number.isInteger(timeoutInSeconds) && timeoutInSeconds >= 60)) {
    problems.add("timeoutInSeconds", `${timeoutInSeconds} is not a whole number of seconds from 60.`);
  }
  if (problems.any) problems.fail();

  const { automaticUpdates, scheduledInstall } = args;
  const scriptFor = (machineKind: MachineKind) =>
    pulumi
      .output({ source, orchestration, trigger })
      .apply(({ source, orchestration, trigger }) =>
        clientScript(
          { machineKind, patchOrchestration: orchestration, automaticUpdates, scheduledInstall, ...source },
          trigger,
        ),
      );
  return { problems, machines, timeoutInSeconds, scriptFor };
}

function notOneLine(text: string): string | undefined {
  // It goes into a comment, which must not end before its line does, nor depend on the machine's code page.
  if (/^[\x20-\x7e]+$/.test(text)) return undefined;
  return `${JSON.stringify(text)} is not a text on one line, of ASCII characters.`;
}
