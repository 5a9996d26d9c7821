import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-expiry";

export function met(): void {
  declare("2036-01-10 02:00");
}

/** The schedule starts on 10 January 2026. */
export function broken(): void {
  declare("2026-01-09 02:00");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    expirationDateTime: "2036-01-10 02:00",
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(expirationDateTime: string): void {
  assign(name, weekly(name, { expirationDateTime }), linuxMachine(name));
}
