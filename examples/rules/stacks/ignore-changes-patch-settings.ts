import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "ignore-changes-patch-settings";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, {}, { ignoreChanges: ["osProfile.customData"] }));
}

/** Meant for what Azure does not let change, and so for the patch settings too. */
export function broken(): void {
  assign(name, weekly(name), linuxMachine(name, {}, { ignoreChanges: ["osProfile"] }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, customData: "#cloud-config\n" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
