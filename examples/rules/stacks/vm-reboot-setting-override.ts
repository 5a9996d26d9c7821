import { assign, linuxMachine, linuxProfile, scheduled, weekly } from "../fleet";

const name = "vm-reboot-setting-override";

export function met(): void {
  declare("IfRequired");
}

export function broken(): void {
  declare("Never");
}

/** The schedule says "IfRequired". */
function declare(rebootSetting: string): void {
  const automaticByPlatformSettings = { ...scheduled.automaticByPlatformSettings, rebootSetting };
  const osProfile = linuxProfile({ ...scheduled, automaticByPlatformSettings });
  assign(name, weekly(name), linuxMachine(name, { osProfile }));
}
