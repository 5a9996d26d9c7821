import assert from "node:assert/strict";
import { patchSettingsPaths, settingsRequiredFor } from "../../../facts/machine-settings";
import { Operation } from "../../../facts/operations";

describe("settingsRequiredFor", () => {
  it("asks the most of an Azure VM with a schedule", () => {
    assert.deepEqual(settingsRequiredFor("schedule", "azure").requires, {
      provisionVMAgent: true,
      allowExtensionOperations: true,
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: true,
      scheduleAttached: true,
    });
  });

  it("asks no patch setting of an Arc-enabled server with a schedule", () => {
    assert.deepEqual(settingsRequiredFor("schedule", "arc").requires, { scheduleAttached: true });
  });

  it("knows what Arc-enabled servers can't have", () => {
    assert.equal(settingsRequiredFor("automatic-guest-patching", "arc").available, false);
    assert.equal(settingsRequiredFor("hotpatch", "arc").available, true);
  });

  it("keeps what is implied unconfirmed", () => {
    assert.equal(
      settingsRequiredFor("on-demand-install", "azure").unconfirmed,
      "That any patch mode will do is implied, not stated.",
    );
  });

  it("has a row for every operation on either kind of machine", () => {
    for (const operation of Object.values(Operation)) {
      for (const machineKind of ["azure", "arc"] as const) {
        assert.equal(settingsRequiredFor(operation, machineKind).operation, operation);
      }
    }
  });

  it("refuses an operation that does not exist", () => {
    assert.throws(
      () => settingsRequiredFor("reboot" as Operation, "azure"),
      new RangeError('no requirements are known for "reboot" on a machine of kind "azure"'),
    );
  });
});

describe("patchSettingsPaths", () => {
  it("lead to the block of the operating system, which azure-native flattens for Arc-enabled servers", () => {
    assert.deepEqual(
      patchSettingsPaths.map(({ machineKind, path, pulumiPath, apiVersion }) => [
        machineKind,
        path,
        pulumiPath,
        apiVersion,
      ]),
      [
        [
          "azure",
          "osProfile.windowsConfiguration.patchSettings",
          "osProfile.windowsConfiguration.patchSettings",
          undefined,
        ],
        [
          "azure",
          "osProfile.linuxConfiguration.patchSettings",
          "osProfile.linuxConfiguration.patchSettings",
          undefined,
        ],
        ["arc", "osProfile.windowsConfiguration.patchSettings", "osProfile.windowsConfiguration", "2022-03-10"],
        ["arc", "osProfile.linuxConfiguration.patchSettings", "osProfile.linuxConfiguration", "2022-03-10"],
      ],
    );
  });
});
