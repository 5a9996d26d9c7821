import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-midnight";

export function met(): void {
  declare("2026-01-10 23:30");
}

export function broken(): void {
  declare("2026-01-10 23:50");
}

function declare(startDateTime: string): void {
  assign(name, weekly(name, { startDateTime }), linuxMachine(name));
}
