import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, storageProfile, weekly } from "../fleet";

const name = "img-rhel-eus";

export function met(): void {
  const rhel9 = { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(rhel9) }));
}

export function broken(): void {
  const rhel94 = { publisher: "RedHat", offer: "RHEL", sku: "9_4", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(rhel94) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "rhel-9" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
