import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-periodic-assessment";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  const { assessmentMode: _, ...patchedOnly } = scheduled;
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(patchedOnly) }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, {
    ...linux,
    patchSettings: { assessmentMode: "AutomaticByPlatform" },
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
