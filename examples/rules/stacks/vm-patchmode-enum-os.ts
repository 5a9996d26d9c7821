import { UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux } from "../components";
import { linuxMachine, linuxProfile } from "../fleet";

const name = "vm-patchmode-enum-os";

export function met(): void {
  const osProfile = linuxProfile({ patchMode: "ImageDefault", assessmentMode: "AutomaticByPlatform" });
  linuxMachine(name, { osProfile });
}

/** Azure refuses the machine, which shows only when it is deployed: a preview asks nothing of Azure. */
export function broken(): void {
  const osProfile = linuxProfile({ patchMode: "Manual", assessmentMode: "AutomaticByPlatform" });
  linuxMachine(name, { osProfile });
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, { ...linux, patchOrchestration: "ImageDefault" });
}
