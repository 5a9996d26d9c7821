import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-timezone";

export function met(): void {
  declare("W. Europe Standard Time");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Europe/Berlin");
}

function declare(timeZone: string): void {
  assign(name, weekly(name, { timeZone }), linuxMachine(name));
}
