import { arcServer } from "../arc";

const name = "arc-assessment";

export function met(): void {
  arcServer(name, { osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } } });
}

export function broken(): void {
  arcServer(name, { osProfile: { linuxConfiguration: { assessmentMode: "ImageDefault" } } });
}
