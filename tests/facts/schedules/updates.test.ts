import assert from "node:assert/strict";
import {
  classifications,
  isKbNumber,
  leavesOut,
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

describe("leavesOut", () => {
  it("knows a number of Windows with the prefix KB and without", () => {
    assert.equal(leavesOut("KB1234", "1234", "Windows"), true);
    assert.equal(leavesOut("1234", "kb1234", "Windows"), true);
    assert.equal(leavesOut("123", "1234", "Windows"), false);
  });

  it("knows what a mask of Linux covers, in its letter case and to the end", () => {
    assert.equal(leavesOut("kernel*", "kernel-tools", "Linux"), true);
    assert.equal(leavesOut("kernel*", "kernel*", "Linux"), true);
    assert.equal(leavesOut("*", "mysql", "Linux"), true);
    assert.equal(leavesOut("kernel-tools", "kernel*", "Linux"), false);
    assert.equal(leavesOut("mysql", "MySQL", "Linux"), false);
    assert.equal(leavesOut("lib.", "libc", "Linux"), false);
    assert.equal(leavesOut("libstdc++", "libstdc++", "Linux"), true);
  });
});
