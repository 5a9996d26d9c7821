import { UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux } from "../components";
import { linuxMachine, linuxProfile, storageProfile } from "../fleet";

const name = "wl-rhel-packagekit";
const image = storageProfile({ publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" });
const osProfile = linuxProfile({
  patchMode: "AutomaticByPlatform",
  assessmentMode: "AutomaticByPlatform",
  automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: false },
});
const silencePackagekit = `#cloud-config
runcmd:
  - [systemctl, mask, --now, packagekit]
`;

export function met(): void {
  const customData = Buffer.from(silencePackagekit).toString("base64");
  linuxMachine(name, { storageProfile: image, osProfile: { ...osProfile, customData } });
}

export function broken(): void {
  linuxMachine(name, { storageProfile: image, osProfile });
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, { ...linux, image: "rhel-9", patchOrchestration: "AzureManagedSafeDeployment" });
}
