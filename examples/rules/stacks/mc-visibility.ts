import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-visibility";

export function met(): void {
  declare("Custom");
}

export function broken(): void {
  declare("Public");
}

function declare(visibility: string): void {
  assign(name, weekly(name, { visibility }), linuxMachine(name));
}
