import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-hotpatch-os";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

/** Linux has no such property: azure-native leaves it out of what it sends, and says nothing. */
export function broken(): void {
  const hotpatched = { ...scheduled, enableHotpatching: true };
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(hotpatched) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, linux);
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
