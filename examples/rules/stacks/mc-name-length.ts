import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-name-length";

export function met(): void {
  declare("saturday-night");
}

export function broken(): void {
  declare("saturday-night-".repeat(8));
}

function declare(resourceName: string): void {
  assign(name, weekly(name, { resourceName }), linuxMachine(name));
}
