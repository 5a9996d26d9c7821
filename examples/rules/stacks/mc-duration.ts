import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-duration";

export function met(): void {
  declare("03:55");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("05:00");
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, duration: "03:55", virtualMachines: ubuntuMachine(name) });
}

function declare(duration: string): void {
  assign(name, weekly(name, { duration }), linuxMachine(name));
}
