import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-patchmode-schedule";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  const imageDefault = { ...scheduled, patchMode: "ImageDefault" };
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(imageDefault) }));
}
