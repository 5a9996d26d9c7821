import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, storageProfile, weekly } from "../fleet";

const name = "img-centos-eos";

export function met(): void {
  const almaLinux = { publisher: "almalinux", offer: "almalinux-x86_64", sku: "9-gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(almaLinux) }));
}

export function broken(): void {
  const centOs = { publisher: "OpenLogic", offer: "CentOS", sku: "7_9-gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(centOs) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "almalinux-9" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
