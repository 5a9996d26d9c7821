import { MaintenanceEvents } from "pulumi-azure-update-manager";
import { saturdayNight } from "../components";
import { resourceGroup, subscribe, weeklyWithTopic } from "../fleet";

const name = "ev-types";

function subscribeTo(...includedEventTypes: string[]): void {
  subscribe(name, weeklyWithTopic(name), { filter: { includedEventTypes } });
}

export function met(): void {
  subscribeTo("Microsoft.Maintenance.PreMaintenanceEvent", "Microsoft.Maintenance.PostMaintenanceEvent");
}

export function broken(): void {
  subscribeTo("Microsoft.Maintenance.BeforeMaintenance");
}

export function component(): void {
  new MaintenanceEvents(name, {
    resourceGroupName: resourceGroup.name,
    maintenanceConfigurationId: saturdayNight(name).maintenanceConfigurationId,
    eventSubscriptions: {
      handler: {
        eventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent", "Microsoft.Maintenance.PostMaintenanceEvent"],
        webhook: { endpointUrl: "https://handlers.example.com/patching" },
      },
    },
  });
}
