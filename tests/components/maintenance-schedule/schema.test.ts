import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of a maintenance schedule", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const names = new Set(["MaintenanceSchedule", "MaintenanceScheduleAssignment"]);
    result = new Analyzer(root, packageJson.name, packageJson, names).analyze();
  });

  it("has every argument and output, for every language", () => {
    const shape = Object.fromEntries(
      Object.entries(result.components).map(([name, { inputs, outputs }]) => [
        name,
        {
          required: Object.keys(inputs).filter((input) => !inputs[input]?.optional),
          optional: Object.keys(inputs)
            .filter((input) => inputs[input]?.optional)
            .sort(),
          outputs: Object.keys(outputs),
        },
      ]),
    );
    assert.deepEqual(shape, {
      MaintenanceSchedule: {
        required: ["resourceGroupName", "startDateTime", "recurrence"],
        optional: [
          "arcServers",
          "duration",
          "dynamicScopes",
          "expirationDateTime",
          "linuxUpdates",
          "location",
          "maintenanceConfigurationName",
          "rebootSetting",
          "tags",
          "timeZone",
          "virtualMachines",
          "windowsUpdates",
        ],
        outputs: ["maintenanceConfigurationId", "maintenanceConfigurationName", "recurEvery", "timeZone"],
      },
      MaintenanceScheduleAssignment: {
        required: ["maintenanceConfigurationId"],
        optional: ["arcServers", "dynamicScopes", "virtualMachines"],
        outputs: ["maintenanceConfigurationId"],
      },
    });
  });

  it("describes every argument", () => {
    const types = [...Object.values(result.components), ...Object.values(result.typeDefinitions)];
    const undescribed = types.flatMap((type) =>
      Object.entries("inputs" in type ? type.inputs : (type.properties ?? {}))
        .filter(([, property]) => !property.description)
        .map(([name]) => `${type.name}.${name}`),
    );
    assert.deepEqual(undescribed, []);
  });

  it("has enumerations as enumerations, and no types of another package", () => {
    const enumerations = Object.values(result.typeDefinitions).filter((type) => type.enum);
    assert.deepEqual(enumerations.map(({ name }) => name).sort(), [
      "LinuxUpdateClassification",
      "MachineResourceType",
      "OperatingSystem",
      "RebootSetting",
      "TagOperator",
      "WeekOfMonth",
      "Weekday",
      "WindowsUpdateClassification",
    ]);
    assert.deepEqual(result.dependencies, []);
  });
});
