import { assign, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "vm-byplatform-autoupdates";

export function met(): void {
  const osProfile = windowsProfile(scheduled, { enableAutomaticUpdates: true });
  assign(name, weekly(name), windowsMachine(name, { osProfile }));
}

export function broken(): void {
  const osProfile = windowsProfile(scheduled, { enableAutomaticUpdates: false });
  assign(name, weekly(name), windowsMachine(name, { osProfile }));
}
