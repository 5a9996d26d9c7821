import assert from "node:assert/strict";
import { extensionListProblems } from "../../../facts/extensions";

const patch = "Microsoft.CPlat.Core/LinuxPatchExtension";
const update = "Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension";

describe("extensionListProblems", () => {
  it("has none where no list is set, or the allow list names both in any letter case", () => {
    assert.deepEqual(extensionListProblems("Linux", {}), []);
    assert.deepEqual(extensionListProblems("Linux", { allowList: [], blockList: [] }), []);
    assert.deepEqual(
      extensionListProblems("Linux", { allowList: [patch.toUpperCase(), ` ${update}`, "Contoso/Backup"] }),
      [],
    );
  });

  it("finds what an allow list leaves out", () => {
    assert.deepEqual(extensionListProblems("Linux", { allowList: [patch] }), [
      { list: "extensions.allowlist", extension: update },
    ]);
    assert.deepEqual(extensionListProblems("Windows", { allowList: ["Allow/None"] }), [
      { list: "extensions.allowlist", extension: "Microsoft.CPlat.Core/WindowsPatchExtension" },
      { list: "extensions.allowlist", extension: "Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension" },
    ]);
  });

  it("lets the block list win", () => {
    assert.deepEqual(extensionListProblems("Linux", { allowList: [patch, update], blockList: [patch] }), [
      { list: "extensions.blocklist", extension: patch },
    ]);
  });

  it("overlooks extensions of the other operating system", () => {
    assert.deepEqual(extensionListProblems("Windows", { blockList: [patch, update] }), []);
  });
});
