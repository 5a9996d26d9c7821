import type { VirtualMachineArgs } from "@pulumi/azure-native/compute";
import * as compute from "@pulumi/azure-native/compute";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, scheduled, weekly } from "../fleet";

const name = "vm-no-osprofile";

export function met(): void {
  declare({ linuxConfiguration: { patchSettings: scheduled } });
}

export function broken(): void {
  declare(undefined);
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, linux);
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}

/** A machine from a disk that was restored from a snapshot, and so has its users and settings already. */
function declare(osProfile: VirtualMachineArgs["osProfile"]): void {
  const disk = new compute.Disk(name, {
    resourceGroupName: resourceGroup.name,
    osType: "Linux",
    creationData: {
      createOption: "Copy",
      sourceResourceId:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/backup/providers/Microsoft.Compute/snapshots/web",
    },
  });
  const storageProfile = {
    osDisk: { createOption: "Attach", osType: compute.OperatingSystemTypes.Linux, managedDisk: { id: disk.id } },
  };
  assign(name, weekly(name), linuxMachine(name, { osProfile, storageProfile }));
}
