import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-include-exclude";

export function met(): void {
  declare("kernel-tools*");
}

export function broken(): void {
  declare("kernel*");
}

function declare(packageNameMaskToExclude: string): void {
  const linuxParameters = {
    packageNameMasksToInclude: ["kernel"],
    packageNameMasksToExclude: [packageNameMaskToExclude],
  };
  assign(name, weekly(name, { installPatches: { linuxParameters } }), linuxMachine(name));
}
