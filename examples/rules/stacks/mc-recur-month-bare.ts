import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-recur-month-bare";

export function met(): void {
  declare("Month Second Saturday");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Month");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Saturday" } },
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(recurEvery: string): void {
  assign(name, weekly(name, { recurEvery }), linuxMachine(name));
}
