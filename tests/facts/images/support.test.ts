import assert from "node:assert/strict";
import {
  automaticGuestPatchingImages,
  deprecatedImages,
  excludedImages,
  explicitlyUnsupported,
  type ImageList,
  imageSupport,
  isHotpatchable,
  isWindowsClient,
  type MarketplaceImage,
  updateManagerImages,
} from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { retrieved } from "../../../facts/source";

function image(urn: string): MarketplaceImage {
  const [publisher = "", offer = "", sku = ""] = urn.split(":");
  return { publisher, offer, sku };
}

const matrix = [{ document: "MicrosoftDocs/azure-docs articles/update-manager/support-matrix-updates.md", retrieved }];
const guestPatching = [
  {
    document: "MicrosoftDocs/azure-compute-docs articles/virtual-machines/automatic-vm-guest-patching.md",
    retrieved,
  },
];
const policy = [
  {
    document:
      "Azure/azure-policy built-in-policies/policyDefinitions/Azure Update Manager/AzUpdateMgmtCenter_AutoAssessmentMode_Audit.json",
    retrieved,
  },
];
const updateManagerOperations = [
  Operation.AssessOnDemand,
  Operation.InstallOnDemand,
  Operation.PeriodicAssessment,
  Operation.Schedule,
];

describe("imageSupport for the operations of Update Manager", () => {
  it("takes an image on the list", () => {
    assert.deepEqual(imageSupport(image("Canonical:ubuntu-24_04-lts:server"), Operation.Schedule), {
      supported: true,
      because: "Canonical:ubuntu-24_04-lts:server is on Update Manager's list of marketplace images.",
      source: matrix,
    });
  });

  it("takes any offer and sku where the list has *", () => {
    for (const operation of updateManagerOperations) {
      assert.equal(imageSupport(image("canonical:an-offer-of-tomorrow:any"), operation).supported, true);
    }
  });

  it("takes a * at the beginning, in the middle and at the end of a pattern", () => {
    const supported = (urn: string) => imageSupport(image(urn), Operation.Schedule).supported;
    assert.equal(supported("redhat:rhel:9_4"), true);
    assert.equal(supported("microsoftvisualstudio:visualstudio2022:vs-2022-ent-ws2022"), true);
    assert.equal(supported("microsoftvisualstudio:visualstudio2022:vs-2022-ent-win11"), false);
    assert.equal(supported("center-for-internet-security-inc:cis-rhel:cis-redhat8-l2-gen1"), true);
    assert.equal(supported("center-for-internet-security-inc:cis-windows-server:cis-windows-server2022-l2-gen2"), true);
  });

  it("ignores case", () => {
    assert.equal(imageSupport(image("REDHAT:Rhel:9-LVM-GEN2"), Operation.Schedule).supported, true);
  });

  it("takes no other image, for the list is closed", () => {
    assert.deepEqual(imageSupport(image("RedHat:RHEL:10-lvm-gen2"), Operation.Schedule), {
      supported: false,
      because: "RedHat:RHEL:10-lvm-gen2 is not on Update Manager's list of marketplace images, which is closed.",
      source: matrix,
    });
    assert.equal(
      imageSupport(image("MicrosoftCblMariner:azure-linux-3:azure-linux-3-gen2"), Operation.Schedule).supported,
      false,
    );
  });

  it("needs the whole sku where a pattern has no *", () => {
    assert.equal(imageSupport(image("debian:debian-11:11-gen2-daily"), Operation.Schedule).supported, false);
    assert.equal(imageSupport(image("debian:debian-11:11"), Operation.Schedule).supported, true);
  });

  it("follows the built-in policy where it reaches an image the list lacks, and says that they differ", () => {
    assert.deepEqual(imageSupport(image("Debian:debian-12:12-gen2"), Operation.Schedule), {
      supported: true,
      because: "Update Manager's built-in policies turn assessment on for Debian:debian-12:12-gen2.",
      source: policy,
      conflict: {
        says: "The support matrix does not list the image, and calls its list closed.",
        source: matrix[0],
        resolution: "The built-in policy is followed: Azure itself turns assessment on for the image by it.",
      },
    });
    assert.equal(imageSupport(image("resf:rockylinux-x86_64:9-base"), Operation.Schedule).supported, true);
  });

  it("leaves an image open that the policy names with a lost wildcard", () => {
    assert.deepEqual(imageSupport(image("SUSE:sles-15-sp6:gen2"), Operation.Schedule), {
      supported: false,
      because: "SUSE:sles-15-sp6:gen2 is not on Update Manager's list of marketplace images, which is closed.",
      source: matrix,
      unconfirmed:
        "Update Manager's built-in policies seem meant to reach the image, but name it with a lost wildcard.",
    });
  });

  it("says of Windows clients what patches them", () => {
    const client = image("MicrosoftWindowsDesktop:windows-11:win11-24h2-pro");
    assert.equal(isWindowsClient(client), true);
    assert.deepEqual(imageSupport(client, Operation.Schedule), {
      supported: false,
      because:
        "MicrosoftWindowsDesktop:windows-11:win11-24h2-pro is a Windows client; Update Manager patches Windows Server, and Microsoft Intune the clients.",
      source: [
        { document: "MicrosoftDocs/azure-docs articles/update-manager/unsupported-workloads.md", retrieved },
        ...matrix,
      ],
    });
  });

  it("says that another article contradicts the matrix on operations on demand", () => {
    const almalinux = image("almalinux:almalinux-x86_64:9-gen2");
    const conflict = {
      says: "Assessment and installation on demand need an exact match in the list of automatic guest patching.",
      source: guestPatching[0],
      resolution: "The support matrix of Update Manager is followed for the operations of Update Manager.",
    };
    assert.deepEqual(imageSupport(almalinux, Operation.InstallOnDemand).conflict, conflict);
    assert.deepEqual(imageSupport(almalinux, Operation.AssessOnDemand).conflict, conflict);
    assert.equal(imageSupport(almalinux, Operation.Schedule).conflict, undefined);
    assert.equal(imageSupport(image("RedHat:RHEL:9_4"), Operation.InstallOnDemand).conflict, undefined);
  });
});

describe("explicitlyUnsupported", () => {
  it("names the exclusion", () => {
    assert.deepEqual(explicitlyUnsupported(image("OpenLogic:CentOS:8_5-gen2")), {
      supported: false,
      because: "Update Manager excludes OpenLogic:CentOS:8_5-gen2 by name (centos: 8*).",
      source: matrix,
    });
  });

  it("wins over the list and over the policies", () => {
    const excluded = [
      "openlogic:centos:8_5-gen2",
      "openlogic:centos-hpc:7_9-gen2",
      "RedHat:rhel-ha:81_gen2",
      "MicrosoftSQLServer:sql2019-sles15:enterprise",
      "MicrosoftSQLServer:SQL2019-RHEL7:enterprise",
      "MicrosoftSQLServer:sql2017-rhel7:standard",
      "center-for-internet-security-inc:cis-windows-server:cis-windows-server-l1-azure-observability",
    ];
    for (const urn of excluded) {
      for (const operation of updateManagerOperations) {
        assert.deepEqual(imageSupport(image(urn), operation), explicitlyUnsupported(image(urn)), urn);
      }
    }
  });

  it("leaves the neighbours of an exclusion alone", () => {
    for (const urn of ["openlogic:centos:7.9", "RedHat:rhel-ha:8.2", "MicrosoftSQLServer:sql2022-rhel8:enterprise"]) {
      assert.equal(explicitlyUnsupported(image(urn)), undefined, urn);
      assert.equal(imageSupport(image(urn), Operation.Schedule).supported, true, urn);
    }
  });
});

describe("imageSupport for automatic guest patching", () => {
  it("takes an exact match, whatever the case", () => {
    assert.deepEqual(imageSupport(image("redhat:rhel:9-LVM-gen2"), Operation.AutomaticGuestPatching), {
      supported: true,
      because: "redhat:rhel:9-LVM-gen2 is on the list of automatic guest patching, which takes exact matches only.",
      source: guestPatching,
    });
  });

  it("is not what Update Manager supports", () => {
    const almalinux = image("almalinux:almalinux-x86_64:9-gen2");
    assert.equal(imageSupport(almalinux, Operation.Schedule).supported, true);
    assert.deepEqual(imageSupport(almalinux, Operation.AutomaticGuestPatching), {
      supported: false,
      because:
        "almalinux:almalinux-x86_64:9-gen2 is not on the list of automatic guest patching, which takes exact matches only.",
      source: guestPatching,
    });
    const mariner = image("MicrosoftCblMariner:azure-linux-3:azure-linux-3-gen2");
    assert.equal(imageSupport(mariner, Operation.AutomaticGuestPatching).supported, true);
  });
});

describe("isHotpatchable", () => {
  const windows = (sku: string) => image(`MicrosoftWindowsServer:WindowsServer:${sku}`);

  it("takes the eight Azure Edition skus", () => {
    for (const sku of [
      "2025-datacenter-azure-edition",
      "2025-Datacenter-Azure-Edition-Core",
      "2025-datacenter-azure-edition-smalldisk",
      "2025-datacenter-azure-edition-core-smalldisk",
      "2022-datacenter-azure-edition-core",
      "2022-datacenter-azure-edition-core-smalldisk",
      "2022-datacenter-azure-edition-hotpatch",
      "2022-datacenter-azure-edition-hotpatch-smalldisk",
    ]) {
      assert.equal(isHotpatchable(windows(sku)), true, sku);
    }
  });

  it("does not take the 2022 desktop Azure Edition, which is patched all the same", () => {
    const desktop = windows("2022-datacenter-azure-edition");
    assert.equal(isHotpatchable(desktop), false);
    assert.equal(imageSupport(desktop, Operation.AutomaticGuestPatching).supported, true);
    assert.deepEqual(imageSupport(desktop, Operation.Hotpatch), {
      supported: false,
      because:
        "MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition is not one of the hotpatchable Windows Server Azure Edition images.",
      source: guestPatching,
    });
    assert.equal(isHotpatchable(windows("2022-datacenter-azure-edition-smalldisk")), false);
  });

  it("does not take an edition that is not Azure's", () => {
    assert.equal(isHotpatchable(windows("2025-datacenter-g2")), false);
  });
});

describe("the lists of images", () => {
  const skus = ({ rows }: ImageList) => rows.reduce((count, row) => count + row.skus.length, 0);

  it("are whole", () => {
    assert.equal(updateManagerImages.rows.length, 165);
    assert.equal(skus(excludedImages), 7);
    assert.equal(automaticGuestPatchingImages.rows.length, 35);
    assert.equal(skus(automaticGuestPatchingImages), 155);
    assert.deepEqual(
      deprecatedImages.rows.map(({ publisher, offer }) => `${publisher}:${offer}`),
      ["openlogic:centos*"],
    );
  });

  it("have no row without a sku, and no row twice", () => {
    for (const list of [updateManagerImages, excludedImages, automaticGuestPatchingImages]) {
      const names = list.rows.map(({ operatingSystem, publisher, offer }) =>
        [operatingSystem, publisher, offer].join(),
      );
      assert.equal(new Set(names).size, names.length);
      assert.deepEqual(
        list.rows.filter((row) => row.skus.length === 0),
        [],
      );
    }
  });
});
