import assert from "node:assert/strict";
import {
  orchestrationOf,
  orchestrationsOf,
  PatchOrchestration,
  patchSettingsFor,
} from "../../../facts/machine-settings";

describe("patchSettingsFor", () => {
  it("gives Linux the modes it takes, and nothing of Windows", () => {
    assert.deepEqual(patchSettingsFor("CustomerManagedSchedules", "Linux"), {
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: true,
      enableAutomaticUpdates: undefined,
    });
    assert.deepEqual(patchSettingsFor("AzureManagedSafeDeployment", "Linux"), {
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: false,
      enableAutomaticUpdates: undefined,
    });
    assert.deepEqual(patchSettingsFor("ImageDefault", "Linux"), {
      patchMode: "ImageDefault",
      bypassPlatformSafetyChecksOnUserSchedule: undefined,
      enableAutomaticUpdates: undefined,
    });
  });

  it("gives Windows the enableAutomaticUpdates that its mode asks for", () => {
    assert.deepEqual(patchSettingsFor("CustomerManagedSchedules", "Windows"), {
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: true,
      enableAutomaticUpdates: true,
    });
    assert.deepEqual(patchSettingsFor("AzureManagedSafeDeployment", "Windows"), {
      patchMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserSchedule: false,
      enableAutomaticUpdates: true,
    });
    assert.deepEqual(patchSettingsFor("AutomaticByOS", "Windows"), {
      patchMode: "AutomaticByOS",
      bypassPlatformSafetyChecksOnUserSchedule: undefined,
      enableAutomaticUpdates: true,
    });
    assert.deepEqual(patchSettingsFor("Manual", "Windows"), {
      patchMode: "Manual",
      bypassPlatformSafetyChecksOnUserSchedule: undefined,
      enableAutomaticUpdates: false,
    });
  });

  it("has nothing for an orchestration of the other operating system", () => {
    assert.equal(patchSettingsFor("Manual", "Linux"), undefined);
    assert.equal(patchSettingsFor("AutomaticByOS", "Linux"), undefined);
    assert.equal(patchSettingsFor("ImageDefault", "Windows"), undefined);
  });
});

describe("orchestrationsOf", () => {
  it("lists what each operating system can have", () => {
    assert.deepEqual(orchestrationsOf("Linux"), [
      "CustomerManagedSchedules",
      "AzureManagedSafeDeployment",
      "ImageDefault",
    ]);
    assert.deepEqual(orchestrationsOf("Windows"), [
      "CustomerManagedSchedules",
      "AzureManagedSafeDeployment",
      "AutomaticByOS",
      "Manual",
    ]);
  });
});

describe("orchestrationOf", () => {
  it("names what patchSettingsFor sets", () => {
    for (const operatingSystem of ["Linux", "Windows"] as const) {
      for (const orchestration of Object.values(PatchOrchestration)) {
        const settings = patchSettingsFor(orchestration, operatingSystem);
        if (!settings) continue;
        const bypass = settings.bypassPlatformSafetyChecksOnUserSchedule ?? false;
        assert.equal(orchestrationOf(operatingSystem, settings.patchMode, bypass), orchestration);
      }
    }
  });

  it("overlooks a bypass flag that has no effect in the mode", () => {
    assert.equal(orchestrationOf("Windows", "Manual", true), "Manual");
  });

  it("has no name for a mode of the other operating system", () => {
    assert.equal(orchestrationOf("Linux", "Manual", false), undefined);
    assert.equal(orchestrationOf("Windows", "automaticbyos", false), undefined);
  });
});
