import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-name-length";

export function met(): void {
  declare("saturday-night");
}

export function broken(): void {
  declare("saturday-night-".repeat(9));
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    maintenanceConfigurationName: "saturday-night",
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(resourceName: string): void {
  assign(name, weekly(name, { resourceName }), linuxMachine(name));
}
