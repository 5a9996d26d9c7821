import type * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { locateInOwnSubscription } from "../shared/locate-machine";
import { type MachineLocation, parseMachineId, wrongMachineId } from "../shared/machine-kinds";
import { member } from "../shared/member";
import { isPlain, type Problems } from "../shared/problems";

/** A Windows machine whose client of Windows Update is set up. */
export interface WindowsMachineArgs {
  /** The machine's resource id. It lies in the subscription of the component's provider. */
  id: pulumi.Input<string>;
  /** The machine's region. Default: the provider's `azure-native:location`, else that of the machine's resource group. */
  location?: pulumi.Input<string>;
}

/**
 * The machines that are set up alike, at least one. The names are of the program's choice, and become part of the
 * resources' names.
 */
export interface WindowsMachinesArgs {
  /** Azure virtual machines with Windows, by a name for each. Default: none. */
  virtualMachines?: { [name: string]: WindowsMachineArgs };
  /** Arc-enabled servers with Windows, by a name for each. Default: none. */
  arcServers?: { [name: string]: WindowsMachineArgs };
}

/** A machine, as its run command is made from it. */
export interface ClientMachine {
  readonly name: string;
  readonly path: string;
  readonly machineKind: MachineKind;
  readonly id: pulumi.Input<string>;
  readonly location: pulumi.Input<string> | undefined;
}

/** The machines that the arguments name, each once. */
export function resolveMachines(args: WindowsMachinesArgs, problems: Problems): readonly ClientMachine[] {
  const machines = [
    ...machinesOf("virtualMachines", "azure", args.virtualMachines, problems),
    ...machinesOf("arcServers", "arc", args.arcServers, problems),
  ];
  if (machines.length === 0) problems.add("virtualMachines", "give a machine, here or under arcServers.");
  const byName = new Map<string, string>();
  const byId = new Map<string, string>();
  for (const { name, path, id } of machines) {
    const sameName = byName.get(name);
    if (sameName !== undefined) {
      problems.add(path, `${sameName} has this name already, from which the run command's is made: choose another.`);
    }
    byName.set(name, path);
    if (!isPlain(id) || id === "") continue;
    const sameMachine = byId.get(id.toLowerCase());
    if (sameMachine !== undefined) problems.add(`${path}.id`, `is the machine of ${sameMachine} already.`);
    else byId.set(id.toLowerCase(), path);
  }
  return machines;
}

function machinesOf(
  argument: keyof WindowsMachinesArgs,
  machineKind: MachineKind,
  machines: { [name: string]: WindowsMachineArgs } = {},
  problems: Problems,
): ClientMachine[] {
  return Object.entries(machines).map(([name, { id, location }]) => {
    const path = member(argument, name);
    if (id === undefined) problems.add(`${path}.id`, "give the machine's resource id.");
    const checked =
      id === undefined
        ? ""
        : problems.checked(`${path}.id`, id, (value) =>
            parseMachineId(value, machineKind) ? undefined : wrongMachineId(value, machineKind),
          );
    return { name, path, machineKind, id: checked, location };
  });
}

const instead = "set it up by a WindowsUpdateClient with a provider of that subscription.";

/** Where a machine is that a run command is created on. */
export function locateMachine(
  machine: ClientMachine,
  subscriptionId: pulumi.Input<string | undefined>,
  problems: Problems,
): pulumi.Output<MachineLocation> {
  return locateInOwnSubscription(machine, subscriptionId, instead, problems);
}
