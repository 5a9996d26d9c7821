import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { assign, storageProfile, weekly, windowsMachine, windowsServer } from "../fleet";

const name = "img-windows-client";

export function met(): void {
  assign(name, weekly(name), windowsMachine(name, { storageProfile: storageProfile(windowsServer) }));
}

export function broken(): void {
  const windows11 = {
    publisher: "MicrosoftWindowsDesktop",
    offer: "windows-11",
    sku: "win11-24h2-ent",
    version: "latest",
  };
  const machine = windowsMachine(name, { storageProfile: storageProfile(windows11), licenseType: "Windows_Client" });
  assign(name, weekly(name), machine);
}

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...windows, image: "windows-server-2022" });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
