import assert from "node:assert/strict";
import { isDeprecated, isUbuntuPro, lockedMinorVersion } from "../../../facts/images";

const image = (publisher: string, offer: string, sku: string) => ({ publisher, offer, sku });

describe("isUbuntuPro", () => {
  it("reads offers and skus of Canonical", () => {
    assert.equal(isUbuntuPro(image("Canonical", "0001-com-ubuntu-pro-focal", "pro-20_04-lts-gen2")), true);
    assert.equal(isUbuntuPro(image("canonical", "UBUNTU-24_04-LTS", "Ubuntu-Pro-CVM")), true);
    assert.equal(isUbuntuPro(image("Canonical", "0001-com-ubuntu-server-focal", "20_04-lts-gen2")), false);
  });

  it("takes neither longer words nor other publishers for it", () => {
    assert.equal(isUbuntuPro(image("Canonical", "ubuntu-proposed", "20_04")), false);
    assert.equal(isUbuntuPro(image("somebody", "ubuntu-pro", "20_04")), false);
  });
});

describe("lockedMinorVersion", () => {
  for (const [offer, sku, minor] of [
    ["RHEL", "9_4", "9.4"],
    ["RHEL", "7.6", "7.6"],
    ["RHEL", "84-gen2", "8.4"],
    ["RHEL-HA", "9_2-gen2", "9.2"],
    ["RHEL-ARM64", "9_1-arm64", "9.1"],
    ["RHEL", "9-lvm-gen2", undefined],
    ["RHEL", "8-LVM", undefined],
    ["rhel-raw", "7-raw", undefined],
    ["RHEL", "7_9", undefined],
    ["RHEL", "8_10", undefined],
    ["RHEL-SAP-APPS", "90sapapps-gen2", undefined],
    ["rhel-byos", "rhel-lvm92", undefined],
  ] as const) {
    it(`is ${minor} for RedHat:${offer}:${sku}`, () => {
      assert.equal(lockedMinorVersion(image("RedHat", offer, sku)), minor);
    });
  }

  it("is told of no other publisher's image", () => {
    assert.equal(lockedMinorVersion(image("procomputers", "rhel-8-8-gen2", "rhel-8-8-gen2")), undefined);
    assert.equal(lockedMinorVersion(image("almalinux", "almalinux-x86_64", "8_7-gen2")), undefined);
  });
});

describe("isDeprecated", () => {
  it("holds for CentOS of OpenLogic alone", () => {
    assert.equal(isDeprecated(image("OpenLogic", "CentOS", "7_9")), true);
    assert.equal(isDeprecated(image("openlogic", "centos-lvm", "7-lvm")), true);
    assert.equal(isDeprecated(image("almalinux", "almalinux-x86_64", "9-gen2")), false);
  });
});
