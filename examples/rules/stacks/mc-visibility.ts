import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-visibility";

export function met(): void {
  declare("Custom");
}

export function broken(): void {
  declare("Public");
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: ubuntuMachine(name) });
}

function declare(visibility: string): void {
  assign(name, weekly(name, { visibility }), linuxMachine(name));
}
