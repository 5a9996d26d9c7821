import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-bypass-schedule";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  const withoutBypass = { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform" };
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(withoutBypass) }));
}
