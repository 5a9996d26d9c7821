import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-recur-min";

export function met(): void {
  declare("6Hours");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("4Hours");
}

function declare(recurEvery: string): void {
  assign(name, weekly(name, { recurEvery }), linuxMachine(name));
}
