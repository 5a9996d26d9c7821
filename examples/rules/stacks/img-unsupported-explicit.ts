import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, storageProfile, weekly } from "../fleet";

const name = "img-unsupported-explicit";

export function met(): void {
  const rhel = { publisher: "RedHat", offer: "RHEL", sku: "8-lvm-gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(rhel) }));
}

export function broken(): void {
  const highAvailability = { publisher: "RedHat", offer: "RHEL-HA", sku: "81_gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(highAvailability) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "rhel-8" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
