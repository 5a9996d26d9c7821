import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays, ubuntuMachine } from "../components";
import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-include-exclude";

export function met(): void {
  declare("kernel-tools*");
}

export function broken(): void {
  declare("kernel*");
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    linuxUpdates: { packageNameMasksToInclude: ["kernel"], packageNameMasksToExclude: ["kernel-tools*"] },
    virtualMachines: ubuntuMachine(name),
  });
}

function declare(packageNameMaskToExclude: string): void {
  const linuxParameters = {
    packageNameMasksToInclude: ["kernel"],
    packageNameMasksToExclude: [packageNameMaskToExclude],
  };
  assign(name, weekly(name, { installPatches: { linuxParameters } }), linuxMachine(name));
}
