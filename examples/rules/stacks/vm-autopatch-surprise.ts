import { UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux } from "../components";
import { linuxMachine, linuxProfile, patchedByAzure } from "../fleet";

const name = "vm-autopatch-surprise";

export function met(): void {
  linuxMachine(name, { osProfile: linuxProfile(patchedByAzure) });
}

export function broken(): void {
  const unsaid = { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform" };
  linuxMachine(name, { osProfile: linuxProfile(unsaid) });
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, { ...linux, patchOrchestration: "AzureManagedSafeDeployment" });
}
