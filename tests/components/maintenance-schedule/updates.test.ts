import assert from "node:assert/strict";
import { designMaintenanceSchedule } from "../../../components/maintenance-schedule/design";
import { classifications, rebootSettings } from "../../../facts/schedules";
import {
  LinuxUpdateClassification,
  OperatingSystem,
  RebootSetting,
  type UpdatesArgs,
  WindowsUpdateClassification,
} from "../../../index";
import { problemsOf, weekly } from "./arguments";

const updates = (args: UpdatesArgs) =>
  designMaintenanceSchedule("weekly", { ...weekly, ...args }).configuration.installPatches;

describe("the updates of a maintenance schedule", () => {
  it("are critical and security updates, on either system", () => {
    assert.deepEqual(updates({}), {
      rebootSetting: "IfRequired",
      windowsParameters: { classificationsToInclude: ["Critical", "Security"] },
      linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
    });
  });

  it("have each default apart from the others", () => {
    assert.deepEqual(
      updates({
        windowsUpdates: { kbNumbersToExclude: ["KB5034441"], classificationsToInclude: undefined },
        linuxUpdates: { classificationsToInclude: [], packageNameMasksToInclude: ["kernel*"] },
      }),
      {
        rebootSetting: "IfRequired",
        windowsParameters: { classificationsToInclude: ["Critical", "Security"], kbNumbersToExclude: ["KB5034441"] },
        linuxParameters: { classificationsToInclude: [], packageNameMasksToInclude: ["kernel*"] },
      },
    );
  });

  it("have the classifications and reboot settings that Azure has", () => {
    assert.deepEqual(Object.values(WindowsUpdateClassification), classifications(OperatingSystem.Windows));
    assert.deepEqual(Object.values(LinuxUpdateClassification), classifications(OperatingSystem.Linux));
    assert.deepEqual(Object.values(RebootSetting).sort(), [...rebootSettings].sort());
  });

  it("are of values that Azure takes, and say which is meant", () => {
    assert.deepEqual(
      problemsOf({
        rebootSetting: "NeverReboot",
        windowsUpdates: { classificationsToInclude: ["Update", "Security"] },
        linuxUpdates: { classificationsToInclude: ["Others", "All"] },
      }),
      [
        'rebootSetting: "NeverReboot" is not one of "IfRequired", "Never" or "Always". "Never" is meant.',
        'windowsUpdates.classificationsToInclude[0]: "Update" is not one of "Critical", "Security", "UpdateRollup", "FeaturePack", "ServicePack", "Definition", "Tools" or "Updates". "Updates" is meant.',
        'linuxUpdates.classificationsToInclude[0]: "Others" is not one of "Critical", "Security" or "Other". "Other" is meant.',
        'linuxUpdates.classificationsToInclude[1]: "All" is not one of "Critical", "Security" or "Other".',
      ],
    );
  });

  it("are named as Windows and Linux name them", () => {
    const page = "https://learn.microsoft.com/azure/templates/microsoft.maintenance/maintenanceconfigurations";
    assert.deepEqual(
      problemsOf({
        windowsUpdates: { kbNumbersToInclude: ["5034441", "kb5034442", "MS17-010"] },
        linuxUpdates: { packageNameMasksToExclude: ["libc=1.0.1.1", "two words", ""] },
      }),
      [
        `windowsUpdates.kbNumbersToInclude[2]: "MS17-010" is not the number of an update, such as "KB5034441" or "5034441". See ${page}`,
        `linuxUpdates.packageNameMasksToExclude[1]: "two words" is not a package, such as "mysql", "kernel*" or "libc=1.0.1.1". See ${page}`,
        `linuxUpdates.packageNameMasksToExclude[2]: "" is not a package, such as "mysql", "kernel*" or "libc=1.0.1.1". See ${page}`,
      ],
    );
  });

  it("are not both included and excluded", () => {
    assert.deepEqual(
      problemsOf({
        windowsUpdates: { kbNumbersToInclude: ["KB1", "2"], kbNumbersToExclude: ["KB3", "kb2"] },
        linuxUpdates: { packageNameMasksToInclude: ["mysql", "Mysql"], packageNameMasksToExclude: ["mysql"] },
      }),
      [
        'windowsUpdates.kbNumbersToInclude[1]: "2" is left out by windowsUpdates.kbNumbersToExclude[1], which wins: give it in one of the two.',
        'linuxUpdates.packageNameMasksToInclude[0]: "mysql" is left out by linuxUpdates.packageNameMasksToExclude[0], which wins: give it in one of the two.',
      ],
    );
  });

  it("are some", () => {
    const none = { classificationsToInclude: [] };
    assert.deepEqual(problemsOf({ windowsUpdates: none, linuxUpdates: none }), [
      "windowsUpdates.classificationsToInclude: is empty, and kbNumbersToInclude names no update: nothing would ever be installed on Windows.",
      "linuxUpdates.classificationsToInclude: is empty, and packageNameMasksToInclude names no update: nothing would ever be installed on Linux.",
    ]);
  });
});
