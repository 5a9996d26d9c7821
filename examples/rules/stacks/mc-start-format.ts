import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-start-format";

export function met(): void {
  declare("2026-01-10 02:00");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("2026-01-10T02:00:00Z");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    startDateTime: "2026-01-10 02:00",
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(startDateTime: string): void {
  assign(name, weekly(name, { startDateTime }), linuxMachine(name));
}
