import assert from "node:assert/strict";
import type { MachineKind } from "../../../facts/machine-kind";
import {
  AutomaticUpdates,
  automaticUpdatesConflict,
  automaticUpdatesFact,
  clientPolicyValues,
  type PatchOrchestration,
  registryValuesWritten,
  updateSourceRegistryValues,
  windowsOrchestrations,
} from "../../../facts/machine-settings";

const conflict = (automaticUpdates: AutomaticUpdates, orchestration: PatchOrchestration, machineKind: MachineKind) =>
  automaticUpdatesConflict(automaticUpdatesFact(automaticUpdates) ?? assert.fail(), orchestration, machineKind);

describe("the client of Windows Update", () => {
  it("has a fact for every way of Automatic Updates", () => {
    for (const automaticUpdates of Object.values(AutomaticUpdates)) {
      assert.equal(automaticUpdatesFact(automaticUpdates)?.automaticUpdates, automaticUpdates);
    }
    assert.equal(automaticUpdatesFact("On"), undefined);
  });

  it("works against an orchestration that it undoes, or that undoes it", () => {
    assert.equal(conflict("ScheduledInstall", "CustomerManagedSchedules", "arc"), "installs");
    assert.equal(conflict("ScheduledInstall", "Manual", "azure"), "installs");
    assert.equal(conflict("Off", "AutomaticByOS", "azure"), "never installs");
    assert.equal(conflict("NotifyBeforeDownload", "AutomaticByOS", "arc"), "never installs");
    assert.equal(conflict("DownloadAndNotify", "AzureManagedSafeDeployment", "azure"), "overwritten");
    assert.equal(conflict("DownloadAndNotify", "CustomerManagedSchedules", "arc"), undefined);
    assert.equal(conflict("Off", "CustomerManagedSchedules", "azure"), undefined);
    assert.equal(conflict("ScheduledInstall", "AutomaticByOS", "azure"), undefined);
  });

  it("is beside the orchestrations that Windows has", () => {
    const arc = ["CustomerManagedSchedules", "AutomaticByOS", "Manual"];
    assert.deepEqual(windowsOrchestrations("arc"), arc);
    assert.deepEqual([...windowsOrchestrations("azure")].sort(), ["AzureManagedSafeDeployment", ...arc].sort());
  });

  it("reads the very values that Update Manager's own article names", () => {
    const known = Object.values(clientPolicyValues).map(({ key, value }) => `${key}\\${value}`);
    const documented = [...registryValuesWritten, ...updateSourceRegistryValues]
      .filter(({ key }) => key.includes("\\Policies\\"))
      .map(({ key, value }) => `${key}\\${value}`);
    assert.deepEqual(
      documented.filter((value) => !known.includes(value)),
      [],
    );
    assert.equal(new Set(known).size, known.length);
  });
});
