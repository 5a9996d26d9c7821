import * as pulumi from "@pulumi/pulumi";
import { type MachineLocation, parseMachineId, wrongMachineId } from "../shared/machine-kinds";
import type { Problems } from "../shared/problems";
import type { MachineAssignment } from "./assignments";
import { crossSubscriptionPage } from "./documents";

/**
 * Where a machine is. An assignment is made in the provider's own subscription: a machine of another one would not be
 * found there, or, worse, one of the same names would.
 *
 * @param subscriptionId the provider's subscription; `undefined` where it does not tell
 */
export function locateMachine(
  { path, machineKind, id }: MachineAssignment,
  subscriptionId: pulumi.Input<string | undefined>,
  problems: Problems,
): pulumi.Output<MachineLocation> {
  return pulumi.all([id, subscriptionId]).apply(([machineId, own]) => {
    const found = parseMachineId(machineId, machineKind);
    if (!found) throw problems.late(`${path}.id`, wrongMachineId(machineId, machineKind));
    if (own !== undefined && found.subscriptionId.toLowerCase() !== own.toLowerCase()) {
      throw problems.late(
        `${path}.id`,
        `${JSON.stringify(machineId)} lies in another subscription than ${JSON.stringify(own)}, that of the provider: assign the schedule there by a MaintenanceScheduleAssignment with a provider of that subscription. See ${crossSubscriptionPage}`,
      );
    }
    return found;
  });
}
