import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-unattached";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name));
}

export function broken(): void {
  weekly(name);
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: ubuntuMachine(name) });
}
