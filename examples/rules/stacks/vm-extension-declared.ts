import * as compute from "@pulumi/azure-native/compute";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "vm-extension-declared";

export function met(): void {
  declare("Microsoft.Azure.Monitor", "AzureMonitorLinuxAgent", "1.0");
}

export function broken(): void {
  declare("Microsoft.CPlat.Core", "LinuxPatchExtension", "1.6");
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, linux);
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}

function declare(publisher: string, type: string, typeHandlerVersion: string): void {
  const machine = linuxMachine(name);
  assign(name, weekly(name), machine);
  new compute.VirtualMachineExtension(name, {
    resourceGroupName: resourceGroup.name,
    vmName: machine.name,
    publisher,
    type,
    typeHandlerVersion,
  });
}
