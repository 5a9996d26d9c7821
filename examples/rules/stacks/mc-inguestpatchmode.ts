import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-inguestpatchmode";

export function met(): void {
  declare({ InGuestPatchMode: "User" });
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare({});
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: ubuntuMachine(name) });
}

function declare(extensionProperties: Record<string, string>): void {
  assign(name, weekly(name, { extensionProperties }), linuxMachine(name));
}
