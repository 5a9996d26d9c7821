import { MaintenanceEvents } from "pulumi-azure-update-manager";
import { saturdayNight } from "../components";
import { assign, linuxMachine, maintenanceTopic, resourceGroup, weekly } from "../fleet";

const name = "ev-topic-type";

function topic(topicType: string): void {
  const schedule = weekly(name);
  assign(name, schedule, linuxMachine(name));
  maintenanceTopic(name, schedule, { topicType });
}

export function met(): void {
  topic("Microsoft.Maintenance.MaintenanceConfigurations");
}

// Azure refuses this topic when it is deployed; a preview does not ask Azure.
export function broken(): void {
  topic("Microsoft.Resources.ResourceGroups");
}

export function component(): void {
  new MaintenanceEvents(name, {
    resourceGroupName: resourceGroup.name,
    maintenanceConfigurationId: saturdayNight(name).maintenanceConfigurationId,
    eventSubscriptions: { handler: { webhook: { endpointUrl: "https://handlers.example.com/patching" } } },
  });
}
