import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import * as components from "../components";
import { assign, weekly, windowsMachine } from "../fleet";

const name = "mc-kb-format";

export function met(): void {
  declare("KB5034441");
}

export function broken(): void {
  declare("KB 5034441");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...components.saturdays,
    windowsUpdates: { kbNumbersToInclude: ["KB5034441"] },
    virtualMachines: components.windowsMachine(name),
  });
}

function declare(number: string): void {
  const windowsParameters = { classificationsToInclude: ["Critical"], kbNumbersToInclude: [number] };
  assign(name, weekly(name, { installPatches: { windowsParameters } }), windowsMachine(name));
}
