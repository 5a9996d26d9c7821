import { assign, linuxMachine, maintenanceTopic, weekly } from "../fleet";

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
