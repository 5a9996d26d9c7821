import assert from "node:assert/strict";
import {
  classifications,
  isKbNumber,
  meant,
  rebootSettingSent,
  rebootSettings,
  updateSelection,
} from "../../../facts/schedules";

describe("classifications", () => {
  it("are eight on Windows and three on Linux", () => {
    assert.deepEqual(classifications("Windows"), [
      "Critical",
      "Security",
      "UpdateRollup",
      "FeaturePack",
      "ServicePack",
      "Definition",
      "Tools",
      "Updates",
    ]);
    assert.deepEqual(classifications("Linux"), ["Critical", "Security", "Other"]);
  });

  it("refuse an operating system that does not exist", () => {
    assert.throws(
      () => updateSelection("macOS" as "Linux"),
      new RangeError('no updates are known for the operating system "macOS"'),
    );
  });
});

describe("reboot settings", () => {
  it("of a schedule have no Unknown, unlike those of a VM", () => {
    assert.deepEqual(rebootSettings, ["IfRequired", "Never", "Always"]);
  });

  it("are told from what the service answers", () => {
    assert.equal(rebootSettingSent("AlwaysReboot"), "Always");
    assert.equal(rebootSettingSent("NeverReboot"), "Never");
    assert.equal(rebootSettingSent("IfRequired"), "IfRequired");
    assert.equal(rebootSettingSent("Whenever"), "Whenever");
  });
});

describe("meant", () => {
  it("knows the spellings that ARM does not take", () => {
    assert.equal(meant("rebootSetting", "RebootIfRequired"), "IfRequired");
    assert.equal(meant("classificationsToInclude", "Others"), "Other");
    assert.equal(meant("classificationsToInclude", "Update"), "Updates");
    assert.equal(meant("classificationsToInclude", "UpdateRollUp"), "UpdateRollup");
  });

  it("knows nothing of the right ones, nor of another property's", () => {
    assert.equal(meant("classificationsToInclude", "Other"), undefined);
    assert.equal(meant("classificationsToInclude", "NeverReboot"), undefined);
  });
});

describe("isKbNumber", () => {
  it("takes digits with or without KB", () => {
    for (const text of ["1234", "KB1234", "kb5034439"]) assert.equal(isKbNumber(text), true);
    for (const text of ["", "KB", "KB 1234", "5034439.1", "MS17-010"]) assert.equal(isKbNumber(text), false);
  });
});
