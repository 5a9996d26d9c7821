import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, linuxProfile, patchedByAzure, scheduled, weekly } from "../fleet";

const name = "ca-target";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

/** A configuration for the images of scale sets. Azure refuses it for a VM, though not before deployment. */
export function broken(): void {
  const images = weekly(name, {
    maintenanceScope: "OSImage",
    extensionProperties: undefined,
    installPatches: undefined,
    duration: "05:00",
    recurEvery: "1Day",
  });
  assign(name, images, linuxMachine(name, { osProfile: linuxProfile(patchedByAzure) }));
}

export function component(): void {
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: ubuntuMachine(name) });
}
