import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-bypass-orphan";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  linuxMachine(name, { osProfile: linuxProfile(scheduled) });
}
