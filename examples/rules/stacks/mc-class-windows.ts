import { assign, weekly, windowsMachine } from "../fleet";

const name = "mc-class-windows";

export function met(): void {
  declare("Updates");
}

/** Azure itself refuses this configuration; a preview does not ask it. */
export function broken(): void {
  declare("Update");
}

function declare(classification: string): void {
  const windowsParameters = { classificationsToInclude: ["Critical", "Security", classification] };
  assign(name, weekly(name, { installPatches: { windowsParameters } }), windowsMachine(name));
}
