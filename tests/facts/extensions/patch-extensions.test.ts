import assert from "node:assert/strict";
import { allowListName, isPatchExtension, patchExtension, patchExtensions } from "../../../facts/extensions";

const names = (...args: Parameters<typeof patchExtensions>) => patchExtensions(...args).map(allowListName);

describe("patchExtensions", () => {
  it("is one on an Azure VM, for every operation", () => {
    for (const operation of [
      "on-demand-assessment",
      "on-demand-install",
      "periodic-assessment",
      "schedule",
      "automatic-guest-patching",
      undefined,
    ] as const) {
      assert.deepEqual(names("azure", "Windows", operation), ["Microsoft.CPlat.Core/WindowsPatchExtension"]);
      assert.deepEqual(names("azure", "Linux", operation), ["Microsoft.CPlat.Core/LinuxPatchExtension"]);
    }
  });

  it("is another for periodic assessment on an Arc-enabled server", () => {
    assert.deepEqual(names("arc", "Linux", "periodic-assessment"), ["Microsoft.CPlat.Core/LinuxPatchExtension"]);
    for (const operation of ["on-demand-assessment", "on-demand-install", "schedule"] as const) {
      assert.deepEqual(names("arc", "Linux", operation), ["Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension"]);
      assert.deepEqual(names("arc", "Windows", operation), [
        "Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension",
      ]);
    }
  });

  it("is both on an Arc-enabled server in all", () => {
    assert.deepEqual(names("arc", "Windows"), [
      "Microsoft.CPlat.Core/WindowsPatchExtension",
      "Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension",
    ]);
  });

  it("is none for what an Arc-enabled server can't have, nor for hotpatching", () => {
    assert.deepEqual(names("arc", "Windows", "automatic-guest-patching"), []);
    assert.deepEqual(names("azure", "Windows", "hotpatch"), []);
  });
});

describe("isPatchExtension", () => {
  it("knows the four, in any letter case", () => {
    assert.equal(isPatchExtension("Microsoft.CPlat.Core", "LinuxPatchExtension"), true);
    assert.equal(isPatchExtension("microsoft.cplat.core", "WINDOWSPATCHEXTENSION"), true);
    assert.equal(isPatchExtension("Microsoft.SoftwareUpdateManagement", "WindowsOsUpdateExtension"), true);
    assert.equal(
      patchExtension("MICROSOFT.SOFTWAREUPDATEMANAGEMENT", "linuxosupdateextension")?.knownVersion,
      "1.0.55.0",
    );
  });

  it("knows no other, not even of the same publisher", () => {
    assert.equal(isPatchExtension("Microsoft.CPlat.Core", "RunCommandLinux"), false);
    assert.equal(isPatchExtension("Microsoft.SoftwareUpdateManagement", "LinuxPatchExtension"), false);
    assert.equal(isPatchExtension("Microsoft.CPlat.Core.Edp", "LinuxPatchExtension"), false);
  });
});
