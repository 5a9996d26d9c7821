import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-empty-selection";
const parameters = { classificationsToInclude: ["Critical", "Security"] };

export function met(): void {
  assign(name, weekly(name, { installPatches: { linuxParameters: parameters } }), linuxMachine(name));
}

export function broken(): void {
  assign(name, weekly(name, { installPatches: { windowsParameters: parameters } }), linuxMachine(name));
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    linuxUpdates: { classificationsToInclude: ["Critical", "Security"] },
    virtualMachines: ubuntuMachine(name),
  });
}
