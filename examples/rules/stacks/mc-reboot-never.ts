import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-reboot-never";

export function met(): void {
  declare("IfRequired");
}

export function broken(): void {
  declare("Never");
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, rebootSetting: "IfRequired", virtualMachines: ubuntuMachine(name) });
}

function declare(rebootSetting: string): void {
  const linuxParameters = { classificationsToInclude: ["Critical", "Security"] };
  assign(name, weekly(name, { installPatches: { rebootSetting, linuxParameters } }), linuxMachine(name));
}
