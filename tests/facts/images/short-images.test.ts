import assert from "node:assert/strict";
import {
  describeImage,
  imageSupport,
  isHotpatchable,
  shortImage,
  shortImages,
  updateManagerImages,
} from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { pythonOnImage } from "../../../facts/python";

describe("shortImages", () => {
  for (const [name, image] of Object.entries(shortImages)) {
    it(`${name} is supported on schedules and is the system it is called`, () => {
      assert.equal(imageSupport(image, Operation.Schedule).supported, true);
      const { operatingSystem, distribution, version } = describeImage(image);
      assert.equal(operatingSystem, image.operatingSystem);
      assert.equal(image.version, "latest");
      const called: Readonly<Record<string, string>> = {
        ubuntu: "Ubuntu",
        debian: "Debian",
        rhel: "Red Hat Enterprise Linux",
        sles: "SUSE Linux Enterprise Server",
        almalinux: "AlmaLinux",
        "rocky-linux": "Rocky Linux",
        "oracle-linux": "Oracle Linux",
        "windows-server": "Windows Server",
      };
      const [, family = "", release = ""] = /^([a-z-]+?)-(\d[\d.]*(?:-sp\d)?)/.exec(name) ?? [];
      assert.equal(distribution, called[family]);
      const wanted = release.replace("-sp", " SP");
      assert.ok(version === wanted || version?.startsWith(`${wanted}.`), `${version} is not ${wanted}`);
    });
  }

  it("ship Python on Linux", () => {
    for (const [name, image] of Object.entries(shortImages)) {
      assert.equal(pythonOnImage(image).presence, image.operatingSystem === "Linux" ? "shipped" : "absent", name);
    }
  });

  it("can be hotpatched where the name says Azure Edition, the 2022 desktop excepted", () => {
    const hotpatchable = Object.keys(shortImages).filter((name) => isHotpatchable(shortImages[name] ?? assert.fail()));
    assert.deepEqual(hotpatchable, [
      "windows-server-2025-azure-edition",
      "windows-server-2025-azure-edition-core",
      "windows-server-2022-azure-edition-core",
      "windows-server-2022-azure-edition-hotpatch",
    ]);
  });

  it("have a purchase plan where the marketplace asks for one", () => {
    const plans = Object.entries(shortImages).flatMap(([name, { plan }]) => (plan ? [[name, plan]] : []));
    assert.deepEqual(plans, [
      ["rocky-linux-9", { name: "9-base", product: "rockylinux-x86_64", publisher: "resf" }],
      ["rocky-linux-8", { name: "8-base", product: "rockylinux-x86_64", publisher: "resf" }],
    ]);
  });

  it("are written down whole", () => {
    assert.deepEqual(shortImages["ubuntu-24.04"], {
      publisher: "Canonical",
      offer: "ubuntu-24_04-lts",
      sku: "server",
      version: "latest",
      operatingSystem: "Linux",
      source: imageSupport(
        { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server" },
        Operation.AutomaticGuestPatching,
      ).source,
    });
    assert.deepEqual(shortImages["debian-11"]?.source, updateManagerImages.source);
  });
});

describe("shortImage", () => {
  it("ignores case", () => {
    assert.equal(shortImage("Ubuntu-24.04"), shortImages["ubuntu-24.04"]);
  });

  it("is undefined for any other name", () => {
    for (const name of ["azure-linux-3", "rhel-10", "", "constructor", "__proto__"]) {
      assert.equal(shortImage(name), undefined, name);
    }
  });
});
