import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-reboot-enum";

export function met(): void {
  declare("Always");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("AlwaysReboot");
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, rebootSetting: "Always", virtualMachines: ubuntuMachine(name) });
}

function declare(rebootSetting: string): void {
  const linuxParameters = { classificationsToInclude: ["Critical", "Security"] };
  assign(name, weekly(name, { installPatches: { rebootSetting, linuxParameters } }), linuxMachine(name));
}
