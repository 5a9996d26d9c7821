import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-allow-extension-operations";

export function met(): void {
  const osProfile = { ...linuxProfile(scheduled), allowExtensionOperations: true };
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}

export function broken(): void {
  const osProfile = { ...linuxProfile(scheduled), allowExtensionOperations: false };
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, linux);
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
