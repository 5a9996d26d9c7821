import { imgCustomOs as rule } from "../../../policypack/rules/images-and-workloads/img-custom-os";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, storageProfile, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function definition(publisher: string, offer: string, sku: string): Declared {
  return {
    name: "golden",
    type: "azure-native:compute:GalleryImage",
    inputs: { galleryImageName: "golden", osType: "Linux", identifier: { publisher, offer, sku } },
  };
}

const version: Declared = {
  name: "golden-1",
  type: "azure-native:compute:GalleryImageVersion",
  inputs: { galleryImageName: unknown, galleryImageVersionName: "1.0.0" },
  from: { galleryImageName: ["golden"] },
};

function machineFrom(source: string): Declared {
  return {
    ...linuxMachine({ storageProfile: storageProfile({ id: unknown }) }),
    from: { storageProfile: [source] },
  };
}

describe("img-custom-os", () => {
  it("is met by a gallery image defined with a system on the list", () => {
    const golden = definition("Canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2");
    expectVerdicts(rule, [golden, machineFrom("golden")], { web: met });
  });

  it("is met by a version of such a gallery image", () => {
    const golden = definition("RedHat", "RHEL", "9-lvm-gen2");
    expectVerdicts(rule, [golden, version, machineFrom("golden-1")], { web: met });
  });

  it("is broken by a gallery image defined with another system", () => {
    const golden = definition("Debian", "debian-12", "12-gen2");
    const finding = broken({
      property: "storageProfile.imageReference.id",
      found: '"golden", an image of Debian 12',
      mustBe: "an image of a system on Update Manager's list for custom images",
      fix: "build the image from a listed system, or run one assessment to see whether this one works",
    });
    expectVerdicts(rule, [golden, machineFrom("golden")], { web: finding });
    expectVerdicts(rule, [golden, version, machineFrom("golden-1")], { web: finding });
  });

  const untold = (property: string) =>
    notKnown({
      property,
      because:
        "is an image of which the stack does not tell the system, so only its first assessment shows whether it works",
    });

  it("is not known of a gallery image whose definition has names of its own", () => {
    expectVerdicts(rule, [definition("fleet", "golden", "web"), machineFrom("golden")], {
      web: untold("storageProfile.imageReference.id"),
    });
  });

  it("is not known of an image from outside the stack", () => {
    const communityGalleryImageId = "/CommunityGalleries/fleet/Images/web";
    expectVerdicts(rule, [linuxMachine({ storageProfile: storageProfile({ communityGalleryImageId }) })], {
      web: untold("storageProfile.imageReference.communityGalleryImageId"),
    });
  });

  it("does not apply to a marketplace image or an attached disk", () => {
    const attached = linuxMachine({ storageProfile: { osDisk: { createOption: "Attach", osType: "Linux" } } }, "disk");
    const because = "the machine is not made from a custom image";
    expectVerdicts(rule, [linuxMachine(), attached], { web: notApplicable(because), disk: notApplicable(because) });
  });
});
