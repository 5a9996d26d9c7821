import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-class-linux";

export function met(): void {
  declare("Other");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Others");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    linuxUpdates: { classificationsToInclude: ["Critical", "Security", "Other"] },
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(classification: string): void {
  const linuxParameters = { classificationsToInclude: ["Critical", "Security", classification] };
  assign(name, weekly(name, { installPatches: { linuxParameters } }), linuxMachine(name));
}
