import * as resources from "@pulumi/azure-native/resources";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
import { govern, policies, scheduleParameters, weekly } from "../fleet";

const name = "pa-prereq-pair";

function assignSchedule(): resources.ResourceGroup {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  const schedule = weekly(name, { resourceGroupName: group.name });
  govern(name, group, policies.scheduleUpdates, { parameters: scheduleParameters(schedule) });
  return group;
}

export function met(): void {
  govern(`${name}-prerequisites`, assignSchedule(), policies.setPrerequisites);
}

export function broken(): void {
  assignSchedule();
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new ScheduledPatchingPolicy(name, {
    scope: group.id,
    location: "westeurope",
    maintenanceConfigurationId: new MaintenanceSchedule(name, saturdays).maintenanceConfigurationId,
  });
}
