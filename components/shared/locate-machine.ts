import * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { type MachineLocation, parseMachineId, wrongMachineId } from "./machine-kinds";
import type { Problems } from "./problems";

/** A machine that an argument names by its id. */
export interface NamedMachine {
  /** The property path of the argument that holds the id as `id`. */
  readonly path: string;
  readonly machineKind: MachineKind;
  readonly id: pulumi.Input<string>;
}

/**
 * Where a machine is. What is made for it is made in the provider's own subscription: a machine of another one would not
 * be found there, or, worse, one of the same names would.
 *
 * @param subscriptionId the provider's subscription; `undefined` where it does not tell
 * @param instead how to reach a machine of another subscription, as the rest of a message
 */
export function locateInOwnSubscription(
  { path, machineKind, id }: NamedMachine,
  subscriptionId: pulumi.Input<string | undefined>,
  instead: string,
  problems: Problems,
): pulumi.Output<MachineLocation> {
  return pulumi.all([id, subscriptionId]).apply(([machineId, own]) => {
    const found = parseMachineId(machineId, machineKind);
    if (!found) throw problems.late(`${path}.id`, wrongMachineId(machineId, machineKind));
    if (own !== undefined && found.subscriptionId.toLowerCase() !== own.toLowerCase()) {
      throw problems.late(
        `${path}.id`,
        `${JSON.stringify(machineId)} lies in another subscription than ${JSON.stringify(own)}, that of the provider: ${instead}`,
      );
    }
    return found;
  });
}
