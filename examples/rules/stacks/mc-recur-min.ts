import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-recur-min";

export function met(): void {
  declare("6Hours");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("4Hours");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    recurrence: { hourly: { every: 6 } },
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(recurEvery: string): void {
  assign(name, weekly(name, { recurEvery }), linuxMachine(name));
}
