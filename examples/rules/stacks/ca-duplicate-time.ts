import { MaintenanceSchedule, Weekday, WeekOfMonth } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "ca-duplicate-time";

/** Two schedules for one machine: every Saturday, and another one. */
function alsoOn(recurEvery: string): void {
  const machine = linuxMachine(name);
  assign(`${name}-weekly`, weekly(`${name}-weekly`), machine);
  assign(`${name}-monthly`, weekly(`${name}-monthly`, { recurEvery }), machine);
}

export function met(): void {
  alsoOn("1Month First Sunday");
}

export function broken(): void {
  alsoOn("1Month First Saturday");
}

export function component(): void {
  const virtualMachines = ubuntuMachine(name);
  new MaintenanceSchedule(`${name}-weekly`, { ...saturdays, virtualMachines });
  const recurrence = { monthlyByWeekday: { weekOfMonth: WeekOfMonth.First, weekday: Weekday.Sunday } };
  new MaintenanceSchedule(`${name}-monthly`, { ...saturdays, recurrence, virtualMachines });
}
