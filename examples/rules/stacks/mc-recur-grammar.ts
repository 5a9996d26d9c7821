import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-recur-grammar";

export function met(): void {
  declare("2Weeks Saturday");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("2Weeks Sat");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    recurrence: { weekly: { every: 2, weekdays: ["Saturday"] } },
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(recurEvery: string): void {
  assign(name, weekly(name, { recurEvery }), linuxMachine(name));
}
