import type * as pulumi from "@pulumi/pulumi";
import { locateInOwnSubscription } from "../shared/locate-machine";
import type { MachineLocation } from "../shared/machine-kinds";
import type { Problems } from "../shared/problems";
import type { MachineAssignment } from "./assignments";
import { crossSubscriptionPage } from "./documents";

const instead = `assign the schedule there by a MaintenanceScheduleAssignment with a provider of that subscription. See ${crossSubscriptionPage}`;

/** Where a machine is that a schedule is assigned to. */
export function locateMachine(
  machine: MachineAssignment,
  subscriptionId: pulumi.Input<string | undefined>,
  problems: Problems,
): pulumi.Output<MachineLocation> {
  return locateInOwnSubscription(machine, subscriptionId, instead, problems);
}
