import type * as pulumi from "@pulumi/pulumi";
import type { FleetAccessArgs } from "./access";
import type { FleetAlertsArgs } from "./alerts";
import type { FleetAssessmentArgs } from "./assessment";
import type { FleetMachineArgs } from "./machines";
import type { FleetNetworkArgs } from "./network";
import type { FleetScheduleArgs } from "./schedule-args";

/** The arguments of `UpdateManagedFleet`. */
export interface UpdateManagedFleetArgs {
  /** The resource group of the fleet. Whoever deploys the fleet grants roles there. */
  resourceGroupName: pulumi.Input<string>;
  /** The region. Default: the provider's `azure-native:location`, else the resource group's. */
  location?: pulumi.Input<string>;
  /** The virtual machines that the fleet creates, by a name for each. Default: none; `schedule` takes others. */
  machines?: { [name: string]: FleetMachineArgs };
  /** The machines' network. Default: a virtual network with a NAT gateway; nothing on the Internet reaches it. */
  network?: FleetNetworkArgs;
  /** Who uses Update Manager for the fleet. Default: whoever has access already. */
  access?: FleetAccessArgs;
  /** When the fleet is patched. Default: weekly, in three rings: on Mondays, Wednesdays and Saturdays at 22:00 UTC. */
  schedule?: FleetScheduleArgs;
  /** The assessment of other machines of the resource group. Default: every 24 hours. */
  assessment?: FleetAssessmentArgs;
  /** The alerts. Default: all, and a workbook; they show in the portal, and nobody is told. */
  alerts?: FleetAlertsArgs;
  /** Tags of everything that the fleet creates and that can have some. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
