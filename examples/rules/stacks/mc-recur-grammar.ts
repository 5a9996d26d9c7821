import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-recur-grammar";

export function met(): void {
  declare("2Weeks Saturday");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("2Weeks Sat");
}

function declare(recurEvery: string): void {
  assign(name, weekly(name, { recurEvery }), linuxMachine(name));
}
