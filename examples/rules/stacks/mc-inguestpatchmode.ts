import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-inguestpatchmode";

export function met(): void {
  declare({ InGuestPatchMode: "User" });
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare({});
}

function declare(extensionProperties: Record<string, string>): void {
  assign(name, weekly(name, { extensionProperties }), linuxMachine(name));
}
