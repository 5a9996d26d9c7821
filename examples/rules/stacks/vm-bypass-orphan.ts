import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-bypass-orphan";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  linuxMachine(name, { osProfile: linuxProfile(scheduled) });
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, patchOrchestration: "CustomerManagedSchedules" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
