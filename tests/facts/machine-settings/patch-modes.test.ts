import assert from "node:assert/strict";
import {
  arcPatchModes,
  assessmentModes,
  patchModeFact,
  patchModes,
  rebootSettings,
  windowsPatchModeChange,
} from "../../../facts/machine-settings";

describe("patch modes", () => {
  it("are those that ARM takes on each operating system", () => {
    assert.deepEqual(patchModes, {
      Linux: ["ImageDefault", "AutomaticByPlatform"],
      Windows: ["AutomaticByOS", "Manual", "AutomaticByPlatform"],
    });
  });

  it("are all listed for Arc-enabled servers, whose schema knows one type for both", () => {
    assert.deepEqual([...arcPatchModes].sort(), [...new Set([...patchModes.Linux, ...patchModes.Windows])].sort());
  });

  it("have a default on each operating system", () => {
    assert.equal(patchModeFact("Linux", "ImageDefault")?.isDefault, true);
    assert.equal(patchModeFact("Windows", "AutomaticByOS")?.isDefault, true);
    assert.equal(patchModeFact("Windows", "AutomaticByPlatform")?.isDefault, false);
  });

  it("say what they ask for", () => {
    assert.deepEqual(patchModeFact("Windows", "AutomaticByPlatform")?.requires, {
      provisionVMAgent: true,
      enableAutomaticUpdates: true,
    });
    assert.deepEqual(patchModeFact("Windows", "Manual")?.requires, { enableAutomaticUpdates: false });
    assert.deepEqual(patchModeFact("Linux", "AutomaticByPlatform")?.requires, { provisionVMAgent: true });
  });

  it("are known by their exact spelling, on their own operating system", () => {
    assert.equal(patchModeFact("Linux", "AutomaticByOS"), undefined);
    assert.equal(patchModeFact("Windows", "ImageDefault"), undefined);
    assert.equal(patchModeFact("Windows", "manual"), undefined);
  });

  it("tell the conflict over enableAutomaticUpdates, and which side is taken", () => {
    assert.deepEqual(patchModeFact("Windows", "AutomaticByPlatform")?.conflict, {
      says: "A VM can change between AutomaticByPlatform and Manual while enableAutomaticUpdates is false.",
      source: {
        document: "MicrosoftDocs/azure-compute-docs articles/virtual-machines/automatic-vm-guest-patching.md",
        retrieved: "2026-11-23",
      },
      resolution:
        "The ARM schema asks for enableAutomaticUpdates true: that is what a new VM gets. False is taken on an existing VM, as the article allows it.",
    });
  });
});

describe("windowsPatchModeChange", () => {
  it("finds a change either way round", () => {
    for (const [from, to] of [
      ["AutomaticByOS", "Manual"],
      ["Manual", "AutomaticByOS"],
    ] as const) {
      assert.equal(windowsPatchModeChange(from, to)?.allowedWhenEnableAutomaticUpdatesIs, "never");
    }
    assert.equal(windowsPatchModeChange("Manual", "AutomaticByPlatform")?.allowedWhenEnableAutomaticUpdatesIs, false);
    assert.equal(
      windowsPatchModeChange("AutomaticByPlatform", "AutomaticByOS")?.allowedWhenEnableAutomaticUpdatesIs,
      true,
    );
  });

  it("has nothing to say where nothing changes", () => {
    assert.equal(windowsPatchModeChange("Manual", "Manual"), undefined);
    assert.equal(windowsPatchModeChange("ImageDefault", "Manual"), undefined);
  });
});

describe("the other settings", () => {
  it("have the values of the ARM schema", () => {
    assert.deepEqual(assessmentModes, ["ImageDefault", "AutomaticByPlatform"]);
    assert.deepEqual(rebootSettings, ["Unknown", "IfRequired", "Never", "Always"]);
  });
});
