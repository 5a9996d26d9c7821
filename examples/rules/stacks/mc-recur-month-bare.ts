import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-recur-month-bare";

export function met(): void {
  declare("Month Second Saturday");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Month");
}

function declare(recurEvery: string): void {
  assign(name, weekly(name, { recurEvery }), linuxMachine(name));
}
