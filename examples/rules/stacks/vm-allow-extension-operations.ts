import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-allow-extension-operations";

export function met(): void {
  const osProfile = { ...linuxProfile(scheduled), allowExtensionOperations: true };
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}

export function broken(): void {
  const osProfile = { ...linuxProfile(scheduled), allowExtensionOperations: false };
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}
