import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-reboot-setting-override";

export function met(): void {
  declare("IfRequired");
}

export function broken(): void {
  declare("Never");
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, patchSettings: { rebootSetting: "IfRequired" } });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}

/** The schedule says "IfRequired". */
function declare(rebootSetting: string): void {
  const automaticByPlatformSettings = { ...scheduled.automaticByPlatformSettings, rebootSetting };
  const osProfile = linuxProfile({ ...scheduled, automaticByPlatformSettings });
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}
