import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-midnight";

export function met(): void {
  declare("2026-01-10 23:30");
}

export function broken(): void {
  declare("2026-01-10 23:50");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    startDateTime: "2026-01-10 23:30",
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(startDateTime: string): void {
  assign(name, weekly(name, { startDateTime }), linuxMachine(name));
}
