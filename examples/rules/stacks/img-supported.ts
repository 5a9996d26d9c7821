import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, storageProfile, ubuntu, weekly } from "../fleet";

const name = "img-supported";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(ubuntu) }));
}

export function broken(): void {
  const rhel10 = { publisher: "RedHat", offer: "RHEL", sku: "10-lvm-gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(rhel10) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "ubuntu-24.04" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
