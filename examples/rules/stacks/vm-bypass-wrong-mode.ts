import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "vm-bypass-wrong-mode";

export function met(): void {
  assign(name, weekly(name), windowsMachine(name, { osProfile: windowsProfile(scheduled) }));
}

export function broken(): void {
  windowsMachine(name, { osProfile: windowsProfile({ ...scheduled, patchMode: "AutomaticByOS" }) });
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...windows, patchOrchestration: "CustomerManagedSchedules" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
