import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-patchmode-schedule";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  const imageDefault = { ...scheduled, patchMode: "ImageDefault" };
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(imageDefault) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, patchOrchestration: "CustomerManagedSchedules" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
