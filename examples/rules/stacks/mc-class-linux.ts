import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-class-linux";

export function met(): void {
  declare("Other");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Others");
}

function declare(classification: string): void {
  const linuxParameters = { classificationsToInclude: ["Critical", "Security", classification] };
  assign(name, weekly(name, { installPatches: { linuxParameters } }), linuxMachine(name));
}
