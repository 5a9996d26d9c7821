import { assign, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "vm-bypass-wrong-mode";

export function met(): void {
  assign(name, weekly(name), windowsMachine(name, { osProfile: windowsProfile(scheduled) }));
}

export function broken(): void {
  windowsMachine(name, { osProfile: windowsProfile({ ...scheduled, patchMode: "AutomaticByOS" }) });
}
