import { MaintenanceEvents } from "pulumi-azure-update-manager";
import { saturdayNight } from "../components";
import { resourceGroup, subscribe, weeklyWithTopic } from "../fleet";

const name = "ev-schema";

export function met(): void {
  subscribe(name, weeklyWithTopic(name));
}

export function broken(): void {
  subscribe(name, weeklyWithTopic(name), { eventDeliverySchema: "CloudEventSchemaV1_0" });
}

export function component(): void {
  new MaintenanceEvents(name, {
    resourceGroupName: resourceGroup.name,
    maintenanceConfigurationId: saturdayNight(name).maintenanceConfigurationId,
    eventSubscriptions: { handler: { webhook: { endpointUrl: "https://handlers.example.com/patching" } } },
  });
}
