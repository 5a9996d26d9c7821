import { UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { windows } from "../components";
import { windowsMachine, windowsProfile } from "../fleet";

const name = "vm-byos-needs-autoupdates";
const patchSettings = { patchMode: "AutomaticByOS", assessmentMode: "AutomaticByPlatform" };

export function met(): void {
  windowsMachine(name, { osProfile: windowsProfile(patchSettings, { enableAutomaticUpdates: true }) });
}

/** Azure refuses the machine, which shows only when it is deployed: a preview asks nothing of Azure. */
export function broken(): void {
  windowsMachine(name, { osProfile: windowsProfile(patchSettings, { enableAutomaticUpdates: false }) });
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, { ...windows, patchOrchestration: "AutomaticByOS" });
}
