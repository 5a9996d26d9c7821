import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-patchmode-schedule";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  const imageDefault = { patchMode: "ImageDefault", assessmentMode: "AutomaticByPlatform" };
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(imageDefault) }));
}
