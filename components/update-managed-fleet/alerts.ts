import type * as pulumi from "@pulumi/pulumi";
import type { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import type { Problems } from "../shared/problems";
import { isSkipped } from "../shared/skipping";
import type { AlertsArgs } from "../update-alerts/alerts";
import { designUpdateAlerts, type UpdateAlertsArgs } from "../update-alerts/design";
import type { NotificationArgs } from "../update-alerts/notification";
import type { ReaderIdentityArgs } from "../update-alerts/reader";
import type { AlertScopeArgs } from "../update-alerts/scopes";
import type { WorkbookArgs } from "../update-alerts/workbook";
import type { Fleet } from "./fleet";
import { later, type Rehearsal, withoutOutputs } from "./rehearsal";

/** The alerts: the arguments of an `UpdateAlerts`. */
export interface FleetAlertsArgs extends AlertsArgs, NotificationArgs {
  /** Leaves alerts and workbook out, as clouds other than the public one need it. Default: false. */
  skip?: boolean;
  /** Where the machines are. Default: in the fleet's resource group. */
  scopes?: { [name: string]: AlertScopeArgs };
  /** The types of the machines. Default: those of the fleet; with `scopes` both. */
  resourceTypes?: MachineResourceType[];
  /** The resource ids of machines that nobody is told of. Default: none. */
  excludedMachineIds?: pulumi.Input<string>[];
  /** The identity that the rules read with. Default: one of the component's, with Reader at the scopes. */
  identity?: ReaderIdentityArgs;
  /** The workbook. Default: one with every default. */
  workbook?: WorkbookArgs;
}

/** The arguments of the alerts, but for the id of the fleet's resource group. */
export type AlertsDesign = (resourceGroupId: pulumi.Input<string>) => UpdateAlertsArgs;

/** The alerts that the arguments ask for; `undefined` where they are skipped. */
export function designFleetAlerts(
  fleet: Fleet,
  args: FleetAlertsArgs,
  resourceTypes: MachineResourceType[],
  rehearsal: Rehearsal,
  problems: Problems,
): AlertsDesign | undefined {
  if (isSkipped("alerts", args, problems)) return undefined;
  const { skip, ...given } = args;
  const { resourceGroupName, location, tags } = fleet;
  const design: AlertsDesign = (resourceGroupId) => ({
    ...given,
    resourceGroupName,
    location,
    tags,
    scopes: given.scopes ?? { fleet: { resourceGroupId } },
    resourceTypes: given.resourceTypes ?? (given.scopes ? undefined : resourceTypes),
  });
  // A region that has no alerts is good for everything else.
  rehearsal.of({ path: "alerts", elsewhere: { location: "alerts" } }, () =>
    designUpdateAlerts(fleet.name, withoutOutputs(design(later())), fleet.defaultLocation),
  );
  return design;
}
