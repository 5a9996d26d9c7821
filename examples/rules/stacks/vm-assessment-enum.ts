import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "vm-assessment-enum";

export function met(): void {
  assign(name, weekly(name), windowsMachine(name, { osProfile: windowsProfile(scheduled) }));
}

/** Azure refuses the machine, which shows only when it is deployed: a preview asks nothing of Azure. */
export function broken(): void {
  const osProfile = windowsProfile({ ...scheduled, assessmentMode: "Automatic" });
  assign(name, weekly(name), windowsMachine(name, { osProfile }));
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, {
    ...windows,
    patchSettings: { assessmentMode: "AutomaticByPlatform" },
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
