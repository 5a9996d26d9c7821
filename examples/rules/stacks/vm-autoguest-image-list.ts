import { UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux } from "../components";
import { linuxMachine, linuxProfile, patchedByAzure, storageProfile, ubuntu } from "../fleet";

const name = "vm-autoguest-image-list";

export function met(): void {
  linuxMachine(name, { osProfile: linuxProfile(patchedByAzure), storageProfile: storageProfile(ubuntu) });
}

/** By a schedule, Azure Update Manager would patch this image. */
export function broken(): void {
  const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };
  linuxMachine(name, { osProfile: linuxProfile(patchedByAzure), storageProfile: storageProfile(debian) });
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, {
    ...linux,
    image: "ubuntu-24.04",
    patchOrchestration: "AzureManagedSafeDeployment",
  });
}
