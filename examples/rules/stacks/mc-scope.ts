import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-scope";

export function met(): void {
  assign(name, weekly(name, { maintenanceScope: "InGuestPatch" }), linuxMachine(name));
}

export function broken(): void {
  weekly(name, { maintenanceScope: "Host" });
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: ubuntuMachine(name) });
}
