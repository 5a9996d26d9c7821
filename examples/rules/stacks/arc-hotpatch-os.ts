import { arcServer, declared } from "../arc";

const name = "arc-hotpatch-os";

export function met(): void {
  declared(name, "Windows", "Windows Server 2025", { enableHotpatching: true });
}

export function broken(): void {
  arcServer(name, {
    osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform", enableHotpatching: true } },
  });
}
