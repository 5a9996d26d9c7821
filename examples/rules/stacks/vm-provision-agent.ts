import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-provision-agent";

export function met(): void {
  const osProfile = linuxProfile(scheduled, { provisionVMAgent: true });
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}

/** Without the agent Azure takes neither AutomaticByPlatform nor extension operations, so both are left out here. */
export function broken(): void {
  const imageDefault = { patchMode: "ImageDefault", assessmentMode: "ImageDefault" };
  const osProfile = linuxProfile(imageDefault, { provisionVMAgent: false });
  linuxMachine(name, { osProfile: { ...osProfile, allowExtensionOperations: false } });
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, linux);
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
