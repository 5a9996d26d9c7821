import { MaintenanceEvents } from "pulumi-azure-update-manager";
import { saturdayNight } from "../components";
import { assign, linuxMachine, maintenanceTopic, resourceGroup, weekly } from "../fleet";

const name = "ev-one-topic";

function topics(...names: string[]): void {
  const schedule = weekly(name);
  assign(name, schedule, linuxMachine(name));
  for (const each of names) maintenanceTopic(each, schedule);
}

export function met(): void {
  topics(name);
}

// Azure refuses the second topic when it is deployed; a preview does not ask Azure.
export function broken(): void {
  topics(`another-${name}`, name);
}

export function component(): void {
  new MaintenanceEvents(name, {
    resourceGroupName: resourceGroup.name,
    maintenanceConfigurationId: saturdayNight(name).maintenanceConfigurationId,
    eventSubscriptions: {
      start: {
        eventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent"],
        webhook: { endpointUrl: "https://handlers.example.com/start" },
      },
      stop: {
        eventTypes: ["Microsoft.Maintenance.PostMaintenanceEvent"],
        webhook: { endpointUrl: "https://handlers.example.com/stop" },
      },
    },
  });
}
