import * as resources from "@pulumi/azure-native/resources";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
import { govern, grant, policies, scheduleParameters, weekly } from "../fleet";

const name = "pa-role-linked";

function assignSchedule(isGranted: boolean): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  const schedule = weekly(name);
  govern(`${name}-prerequisites`, group, policies.setPrerequisites);
  const policy = govern(name, group, policies.scheduleUpdates, { parameters: scheduleParameters(schedule) });
  if (isGranted) grant(`${name}-schedule`, policy, { scope: schedule.id });
}

export function met(): void {
  assignSchedule(true);
}

export function broken(): void {
  assignSchedule(false);
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new ScheduledPatchingPolicy(name, {
    scope: group.id,
    location: "westeurope",
    maintenanceConfigurationId: new MaintenanceSchedule(name, saturdays).maintenanceConfigurationId,
  });
}
