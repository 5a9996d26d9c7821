import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import type { AutomaticUpdatesArgs } from "./windows-update-client/automatic-updates";
import { designWindowsUpdateClient, type RunCommandArgs } from "./windows-update-client/design";
import type { WindowsMachinesArgs } from "./windows-update-client/machines";
import { createRunCommand } from "./windows-update-client/run-command";
import type { WindowsUpdateSourceArgs } from "./windows-update-client/source";

/** The arguments of {@link WindowsUpdateClient}. */
export interface WindowsUpdateClientArgs
  extends WindowsMachinesArgs,
    WindowsUpdateSourceArgs,
    AutomaticUpdatesArgs,
    RunCommandArgs {
  /** Tags of the run commands. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * The client of Windows Update on Azure virtual machines and Arc-enabled servers, set up so that Azure Update Manager
 * finds the updates that it should, and that Windows neither installs nor restarts beside its schedules. Update Manager
 * has no settings for that of its own: a run command writes them to the registry of each machine.
 *
 * ```typescript
 * new WindowsUpdateClient("sql", {
 *   updateSource: "MicrosoftUpdate",
 *   virtualMachines: { sql: { id: sql.virtualMachineId } },
 * });
 * ```
 *
 * The script runs when a setting changes, and changes what is not as it should be. What no argument speaks of is left
 * as it is, and so is everything when the component is deleted. Group policies of a domain write to the same places and
 * win: set machines of a domain up there. The agent of an Arc-enabled server is of version 1.33 or newer; its run
 * commands are in preview.
 *
 * An argument that can't be had, or that contradicts another, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves. A script that fails on a machine fails the deployment.
 */
export class WindowsUpdateClient extends pulumi.ComponentResource {
  /** The resource ids of the run commands, by the names of their machines. */
  public readonly runCommandIds: pulumi.Output<{ [name: string]: string }>;
  /** The scripts that were run, by the names of their machines: to be read, or run by other means. */
  public readonly scripts: pulumi.Output<{ [name: string]: string }>;

  /**
   * @param name the component's name, with which the names of its resources begin
   * @param args the client's settings, and the machines that get them
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: WindowsUpdateClientArgs, opts?: pulumi.ComponentResourceOptions) {
    const design = designWindowsUpdateClient(name, args);
    super("pulumi-azure-update-manager:index:WindowsUpdateClient", name, args, opts);

    const { subscriptionId } = getClientConfigOutput({ parent: this });
    const runCommands = design.machines.map((machine) => ({
      machine: machine.name,
      ...createRunCommand(this, name, machine, { subscriptionId, tags: args.tags, ...design }),
    }));

    this.runCommandIds = pulumi.output(Object.fromEntries(runCommands.map(({ machine, id }) => [machine, id])));
    this.scripts = pulumi.output(Object.fromEntries(runCommands.map(({ machine, script }) => [machine, script])));
    this.registerOutputs({ runCommandIds: this.runCommandIds, scripts: this.scripts });
  }
}
