import * as maintenance from "@pulumi/azure-native/maintenance";
import * as resources from "@pulumi/azure-native/resources";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
import { govern, policies, scheduleParameters, weekly } from "../fleet";

const name = "pa-mc-id";

function assignSchedule(
  configurationIn: (group: resources.ResourceGroup) => maintenance.MaintenanceConfiguration,
): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  const configuration = configurationIn(group);
  govern(`${name}-prerequisites`, group, policies.setPrerequisites);
  govern(name, group, policies.scheduleUpdates, { parameters: scheduleParameters(configuration) });
}

export function met(): void {
  assignSchedule((group) => weekly(name, { resourceGroupName: group.name }));
}

export function broken(): void {
  assignSchedule(
    (group) =>
      new maintenance.MaintenanceConfiguration(name, {
        resourceGroupName: group.name,
        maintenanceScope: "Host",
        startDateTime: "2026-01-10 02:00",
        duration: "03:00",
        timeZone: "W. Europe Standard Time",
        recurEvery: "Day",
      }),
  );
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new ScheduledPatchingPolicy(name, {
    scope: group.id,
    location: "westeurope",
    maintenanceConfigurationId: new MaintenanceSchedule(name, saturdays).maintenanceConfigurationId,
  });
}
