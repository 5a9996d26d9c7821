import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, scheduled, storageProfile, weekly, windowsMachine, windowsProfile, windowsServer } from "../fleet";

const name = "vm-hotpatch-mode";
const azureEdition = storageProfile({ ...windowsServer, sku: "2025-datacenter-azure-edition" });

export function met(): void {
  const osProfile = windowsProfile({ ...scheduled, enableHotpatching: true });
  assign(name, weekly(name), windowsMachine(name, { osProfile, storageProfile: azureEdition }));
}

/** Azure refuses the machine, which shows only when it is deployed: a preview asks nothing of Azure. */
export function broken(): void {
  const osProfile = windowsProfile({
    patchMode: "AutomaticByOS",
    assessmentMode: "AutomaticByPlatform",
    enableHotpatching: true,
  });
  windowsMachine(name, { osProfile, storageProfile: azureEdition });
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, {
    ...windows,
    patchOrchestration: "CustomerManagedSchedules",
    image: "windows-server-2025-azure-edition",
    patchSettings: { enableHotpatching: true },
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
