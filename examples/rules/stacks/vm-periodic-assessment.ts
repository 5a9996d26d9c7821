import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-periodic-assessment";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(scheduled) }));
}

export function broken(): void {
  const { assessmentMode: _, ...patchedOnly } = scheduled;
  assign(name, weekly(name), linuxMachine(name, { osProfile: linuxProfile(patchedOnly) }));
}
