import * as compute from "@pulumi/azure-native/compute";
import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import type { Problems } from "../shared/problems";
import { type ClientMachine, locateMachine } from "./machines";

/** What the run commands of all machines have in common. */
export interface RunCommandSettings {
  readonly subscriptionId: pulumi.Input<string | undefined>;
  readonly tags: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
  readonly timeoutInSeconds: number;
  readonly scriptFor: (machineKind: MachineKind) => pulumi.Output<string>;
  readonly problems: Problems;
}

/** Runs the script of a machine's kind on it; the id is there once the script has run and has not failed. */
export function createRunCommand(
  parent: pulumi.ComponentResource,
  name: string,
  machine: ClientMachine,
  { subscriptionId, tags, timeoutInSeconds, scriptFor, problems }: RunCommandSettings,
): { readonly id: pulumi.Output<string>; readonly script: pulumi.Output<string> } {
  const script = scriptFor(machine.machineKind);
  const child = `${name}-${machine.name}`;
  const target = locateMachine(machine, subscriptionId, problems);
  const common = {
    resourceGroupName: target.resourceGroupName,
    location: machine.location,
    source: { script },
    asyncExecution: false,
    timeoutInSeconds,
    tags,
  };
  if (machine.machineKind === "azure") {
    const { id } = new compute.VirtualMachineRunCommandByVirtualMachine(
      child,
      { ...common, vmName: target.name, treatFailureAsDeploymentFailure: true },
      { parent },
    );
    return { id, script };
  }
  const runCommand = new hybridcompute.MachineRunCommand(child, { ...common, machineName: target.name }, { parent });
  const id = pulumi.all([runCommand.id, runCommand.instanceView]).apply(([resourceId, view]) => {
    const failure = failureOf(view ?? {});
    if (failure === undefined) return resourceId;
    const message = `The script failed on ${machine.path}: ${failure} Put its cause right, and change trigger to run it again.`;
    // A preview that failed for what an earlier deployment left would stand in the way of the next.
    if (!pulumi.runtime.isDryRun()) throw new pulumi.ResourceError(message, runCommand);
    pulumi.log.warn(message, parent);
    return resourceId;
  });
  return { id, script };
}

/** What went wrong with a script, which Azure does not take for a failed deployment on Arc-enabled servers. */
export function failureOf(view: {
  readonly executionState?: string;
  readonly exitCode?: number;
  readonly error?: string;
}): string | undefined {
  const { executionState, exitCode, error } = view;
  const failed = executionState !== undefined && ["Failed", "TimedOut", "Canceled"].includes(executionState);
  if (!failed && (exitCode ?? 0) === 0) return undefined;
  return [`${executionState ?? "Failed"}, exit code ${exitCode ?? "unknown"}.`, error?.trim()]
    .filter(Boolean)
    .join(" ");
}
