import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, scheduled, storageProfile, weekly, windowsMachine, windowsProfile, windowsServer } from "../fleet";

const name = "vm-hotpatch-image";

export function met(): void {
  declare("2022-datacenter-azure-edition-hotpatch");
}

/** This Azure Edition is not among the images that take hotpatches, unlike its "-core" and "-hotpatch" siblings. */
export function broken(): void {
  declare("2022-datacenter-azure-edition");
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, {
    ...windows,
    image: "windows-server-2025-azure-edition",
    patchSettings: { enableHotpatching: true },
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}

function declare(sku: string): void {
  const osProfile = windowsProfile({ ...scheduled, enableHotpatching: true });
  const image = storageProfile({ ...windowsServer, sku });
  assign(name, weekly(name), windowsMachine(name, { osProfile, storageProfile: image }));
}
