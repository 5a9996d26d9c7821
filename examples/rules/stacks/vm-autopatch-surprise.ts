import { linuxMachine, linuxProfile, patchedByAzure } from "../fleet";

const name = "vm-autopatch-surprise";

export function met(): void {
  linuxMachine(name, { osProfile: linuxProfile(patchedByAzure) });
}

export function broken(): void {
  const unsaid = { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform" };
  linuxMachine(name, { osProfile: linuxProfile(unsaid) });
}
