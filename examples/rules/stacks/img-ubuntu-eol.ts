import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, storageProfile, weekly } from "../fleet";

const name = "img-ubuntu-eol";
const focal = {
  publisher: "Canonical",
  offer: "0001-com-ubuntu-server-focal",
  sku: "20_04-lts-gen2",
  version: "latest",
};

export function met(): void {
  const machine = linuxMachine(name, { storageProfile: storageProfile(focal), licenseType: "UBUNTU_PRO" });
  assign(name, weekly(name), machine);
}

export function broken(): void {
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(focal) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, {
    ...linux,
    image: undefined,
    imageReference: focal,
    licenseType: "UBUNTU_PRO",
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
