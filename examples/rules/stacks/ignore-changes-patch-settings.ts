import { assign, linuxMachine, weekly } from "../fleet";

const name = "ignore-changes-patch-settings";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, {}, { ignoreChanges: ["osProfile.customData"] }));
}

/** Meant for what Azure does not let change, and so for the patch settings too. */
export function broken(): void {
  assign(name, weekly(name), linuxMachine(name, {}, { ignoreChanges: ["osProfile"] }));
}
