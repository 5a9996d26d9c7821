import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "vm-byplatform-autoupdates";

export function met(): void {
  const osProfile = windowsProfile(scheduled, { enableAutomaticUpdates: true });
  assign(name, weekly(name), windowsMachine(name, { osProfile }));
}

export function broken(): void {
  const osProfile = windowsProfile(scheduled, { enableAutomaticUpdates: false });
  assign(name, weekly(name), windowsMachine(name, { osProfile }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...windows, patchOrchestration: "CustomerManagedSchedules" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
