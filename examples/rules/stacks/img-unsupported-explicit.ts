import { assign, linuxMachine, storageProfile, weekly } from "../fleet";

const name = "img-unsupported-explicit";

export function met(): void {
  const rhel = { publisher: "RedHat", offer: "RHEL", sku: "8-lvm-gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(rhel) }));
}

export function broken(): void {
  const highAvailability = { publisher: "RedHat", offer: "RHEL-HA", sku: "81_gen2", version: "latest" };
  assign(name, weekly(name), linuxMachine(name, { storageProfile: storageProfile(highAvailability) }));
}
