import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-timezone";

export function met(): void {
  declare("W. Europe Standard Time");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Europe/Berlin");
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, timeZone: "Europe/Berlin", virtualMachines: ubuntuMachine(name) });
}

function declare(timeZone: string): void {
  assign(name, weekly(name, { timeZone }), linuxMachine(name));
}
