import { assign, linuxMachine, weekly } from "../fleet";

const name = "mc-reboot-never";

export function met(): void {
  declare("IfRequired");
}

export function broken(): void {
  declare("Never");
}

function declare(rebootSetting: string): void {
  const linuxParameters = { classificationsToInclude: ["Critical", "Security"] };
  assign(name, weekly(name, { installPatches: { rebootSetting, linuxParameters } }), linuxMachine(name));
}
