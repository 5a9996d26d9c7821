import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, linuxProfile, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "vm-patchsettings-wrong-os";

export function met(): void {
  assign(name, weekly(name), windowsMachine(name, { osProfile: windowsProfile(scheduled) }));
}

/** Azure may refuse the machine, which shows only when it is deployed: a preview asks nothing of Azure. */
export function broken(): void {
  const osProfile = { ...linuxProfile(scheduled), ...windowsProfile(scheduled) };
  assign(name, weekly(name), windowsMachine(name, { osProfile }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, windows);
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
