import assert from "node:assert/strict";
import { supportedReplacement } from "../../../facts/images";

describe("supportedReplacement", () => {
  for (const [publisher, offer, sku, expected] of [
    ["Canonical", "0001-com-ubuntu-server-focal", "20_04-lts", "ubuntu-24.04"],
    ["RedHat", "RHEL", "10-lvm-gen2", "rhel-9"],
    ["Debian", "debian-13", "13-gen2", "debian-12"],
    ["SUSE", "sles-16-0-x86-64", "gen2", "sles-15-sp5"],
    ["OpenLogic", "CentOS", "8_5", "almalinux-9"],
    ["MicrosoftWindowsDesktop", "windows-11", "win11-24h2-ent", "windows-server-2025"],
    ["MicrosoftWindowsServer", "WindowsServer", "2008-R2-SP1", "windows-server-2025"],
    ["kinvolk", "flatcar", "stable", "ubuntu-24.04"],
    ["nobody", "nothing", "none", "ubuntu-24.04"],
  ] as const) {
    it(`is ${expected} for ${publisher}:${offer}:${sku}`, () => {
      assert.equal(supportedReplacement({ publisher, offer, sku }), expected);
    });
  }
});
