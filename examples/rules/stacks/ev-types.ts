import { subscribe, weeklyWithTopic } from "../fleet";

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
