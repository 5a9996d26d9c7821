import * as compute from "@pulumi/azure-native/compute";
import { assign, linuxMachine, resourceGroup, storageProfile, weekly } from "../fleet";

const name = "img-custom-os";

/** A machine from a gallery image, whose definition says what is inside as the marketplace would. */
function machineFrom(identifier: { publisher: string; offer: string; sku: string }) {
  const gallery = new compute.Gallery(name, { resourceGroupName: resourceGroup.name });
  const image = new compute.GalleryImage(name, {
    resourceGroupName: resourceGroup.name,
    galleryName: gallery.name,
    identifier,
    osType: compute.OperatingSystemTypes.Linux,
    osState: compute.OperatingSystemStateTypes.Generalized,
    hyperVGeneration: "V2",
  });
  return linuxMachine(name, { storageProfile: storageProfile({ id: image.id }, { osType: "Linux" }) });
}

export function met(): void {
  assign(
    name,
    weekly(name),
    machineFrom({ publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku: "22_04-lts-gen2" }),
  );
}

export function broken(): void {
  assign(name, weekly(name), machineFrom({ publisher: "Debian", offer: "debian-12", sku: "12-gen2" }));
}
