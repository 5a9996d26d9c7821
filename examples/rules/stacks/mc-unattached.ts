import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-unattached";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name));
}

export function broken(): void {
  weekly(name);
}
