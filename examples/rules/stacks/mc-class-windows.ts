import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import * as components from "../components";
import { assign, weekly, windowsMachine } from "../fleet";

const name = "mc-class-windows";

export function met(): void {
  declare("Updates");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Update");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...components.saturdays,
    windowsUpdates: { classificationsToInclude: ["Critical", "Security", "Updates"] },
    virtualMachines: components.windowsMachine(name),
  });
}

function declare(classification: string): void {
  const windowsParameters = { classificationsToInclude: ["Critical", "Security", classification] };
  assign(name, weekly(name, { installPatches: { windowsParameters } }), windowsMachine(name));
}
