import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { resolveImage } from "../../../components/virtual-machine/image";
import { shortImages } from "../../../facts/images";
import type { ImageArgs } from "../../../index";
import { custom, customImageId, id, linux, windows } from "../arguments";
import { resolved } from "../program";
import { problemsOf } from "./problems-of";

const shortNames =
  '"ubuntu-24.04", "ubuntu-22.04", "debian-12", "debian-11", "rhel-9", "rhel-8", "sles-15-sp5", "sles-15-sp4", ' +
  '"almalinux-9", "almalinux-8", "rocky-linux-9", "rocky-linux-8", "oracle-linux-9", "oracle-linux-8", ' +
  '"windows-server-2025", "windows-server-2025-core", "windows-server-2025-azure-edition", ' +
  '"windows-server-2025-azure-edition-core", "windows-server-2022", "windows-server-2022-core", ' +
  '"windows-server-2022-azure-edition", "windows-server-2022-azure-edition-core", ' +
  '"windows-server-2022-azure-edition-hotpatch", "windows-server-2019" or "windows-server-2016"';
const supportMatrix = "https://learn.microsoft.com/azure/update-manager/support-matrix-updates";

async function image(args: ImageArgs) {
  const found = resolveImage(args, new Problems("test"));
  return found && { ...found, reference: await resolved(pulumi.output(found.reference)) };
}

const marketplace = (publisher: string, offer: string, sku: string) => ({
  ...linux,
  image: undefined,
  imageReference: { publisher, offer, sku },
});

describe("the image of a machine", () => {
  it("is found by every short name", () => {
    for (const [name, { operatingSystem }] of Object.entries(shortImages)) {
      assert.deepEqual(problemsOf({ ...(operatingSystem === "Linux" ? linux : windows), image: name }), [], name);
    }
  });

  it("brings its plan and, where it has it, Trusted Launch by a short name", async () => {
    assert.deepEqual(await image({ image: "Rocky-Linux-9" }), {
      reference: { publisher: "resf", offer: "rockylinux-x86_64", sku: "9-base", version: "latest" },
      operatingSystem: "Linux",
      marketplace: { publisher: "resf", offer: "rockylinux-x86_64", sku: "9-base" },
      plan: { name: "9-base", product: "rockylinux-x86_64", publisher: "resf" },
      trustedLaunch: false,
      argument: "image",
    });
    assert.equal((await image({ image: "rhel-9" }))?.trustedLaunch, true);
  });

  it("is found by its own name", async () => {
    const imageReference = { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm94-gen2", version: "9.4.2024" };
    const plan = { name: "rhel-lvm94-gen2", product: "rhel-byos", publisher: "redhat" };
    assert.deepEqual(await image({ imageReference, plan }), {
      reference: imageReference,
      operatingSystem: "Linux",
      marketplace: { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm94-gen2" },
      plan,
      trustedLaunch: false,
      argument: "imageReference",
    });
  });

  for (const [property, imageId] of [
    ["id", customImageId],
    ["id", id("Microsoft.Compute/images/base")],
    ["communityGalleryImageId", "/CommunityGalleries/open-1234/images/base/versions/latest"],
    ["sharedGalleryImageId", "/SharedGalleries/own/images/base"],
  ] as const) {
    it(`is one's own by ${imageId.replace(/.*\/providers/, "")}`, async () => {
      for (const given of [imageId, pulumi.output(imageId)]) {
        assert.deepEqual(await image({ customImageId: given, operatingSystem: "Windows" }), {
          reference: { [property]: imageId },
          operatingSystem: "Windows",
          marketplace: undefined,
          plan: undefined,
          trustedLaunch: false,
          argument: "customImageId",
        });
      }
    });
  }

  const wrong: [title: string, args: object, problems: string[]][] = [
    [
      "none at all",
      { ...linux, image: undefined },
      [`image: give an image: ${shortNames}; or imageReference, or customImageId.`],
    ],
    [
      "more than one",
      { ...linux, imageReference: { publisher: "Canonical", offer: "ubuntu", sku: "server" }, customImageId },
      [
        "imageReference: image names the image already: give only one of the two.",
        "customImageId: image names the image already: give only one of the two.",
      ],
    ],
    [
      "an unknown short name",
      { ...linux, image: "ubuntu-99" },
      [`image: "ubuntu-99" is not a short name: choose ${shortNames}; or give imageReference or customImageId.`],
    ],
    [
      "another operating system",
      { ...linux, operatingSystem: "Windows" },
      ['operatingSystem: "Windows" is not what image ubuntu-24.04 is: leave it out, or say "Linux".'],
    ],
    [
      "a plan beside a short name",
      { ...linux, plan: { name: "server", product: "ubuntu", publisher: "canonical" } },
      ['plan: image "ubuntu-24.04" brings its own plan where it needs one.'],
    ],
    ["an empty name", { ...marketplace("Canonical", "", "server") }, ["imageReference.offer: must not be empty."]],
    [
      "an image that is on no list",
      marketplace("acme", "appliance", "one"),
      [
        'operatingSystem: say whether acme appliance one, which is on no list, is "Linux" or "Windows".',
        `imageReference: acme:appliance:one is not on Update Manager's list of marketplace images, which is closed. See ${supportMatrix}`,
      ],
    ],
    [
      "an image that is excluded by name",
      marketplace("OpenLogic", "CentOS", "8_5-gen2"),
      [`imageReference: Update Manager excludes OpenLogic:CentOS:8_5-gen2 by name (centos: 8*). See ${supportMatrix}`],
    ],
    [
      "a Windows client",
      {
        ...marketplace("MicrosoftWindowsDesktop", "windows-11", "win11-24h2-pro"),
        sshPublicKeys: [],
        adminPassword: "Correct-Horse-7",
      },
      [
        "imageReference: MicrosoftWindowsDesktop:windows-11:win11-24h2-pro is a Windows client; Update Manager patches Windows Server, and Microsoft Intune the clients. See https://learn.microsoft.com/azure/update-manager/unsupported-workloads",
      ],
    ],
    [
      "one's own by a name that is no id",
      { ...custom, customImageId: "base" },
      ['customImageId: "base" is not the id of a managed image or of an image of an Azure Compute Gallery.'],
    ],
    [
      "one's own without an operating system",
      { ...custom, operatingSystem: undefined },
      ['operatingSystem: say whether customImageId is "Linux" or "Windows".'],
    ],
    [
      "one's own with an operating system that there isn't",
      { ...custom, operatingSystem: "BSD" },
      ['operatingSystem: not "BSD": say whether customImageId is "Linux" or "Windows".'],
    ],
  ];
  for (const [title, args, problems] of wrong) {
    it(`is refused: ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }
});
