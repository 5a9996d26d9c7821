import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of a client of Windows Update", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    result = new Analyzer(root, packageJson.name, packageJson, new Set(["WindowsUpdateClient"])).analyze();
  });

  it("has every argument and output, for every language", () => {
    const { inputs = {}, outputs = {} } = result.components.WindowsUpdateClient ?? {};
    assert.deepEqual(
      Object.entries(inputs)
        .map(([name, { optional = false }]) => `${name}${optional ? "?" : ""}`)
        .sort(),
      [
        "arcServers?",
        "automaticUpdates?",
        "patchOrchestration?",
        "scheduledInstall?",
        "tags?",
        "timeoutInSeconds?",
        "trigger?",
        "updateSource?",
        "virtualMachines?",
        "wsus?",
      ],
    );
    assert.deepEqual(Object.keys(outputs), ["runCommandIds", "scripts"]);
  });

  it("describes every argument and output", () => {
    const types = [...Object.values(result.components), ...Object.values(result.typeDefinitions)];
    const undescribed = types.flatMap((type) =>
      Object.entries("inputs" in type ? { ...type.inputs, ...type.outputs } : (type.properties ?? {}))
        .filter(([, property]) => !property.description)
        .map(([name]) => `${type.name}.${name}`),
    );
    assert.deepEqual(undescribed, []);
  });

  it("has enumerations as enumerations, and no types of another package", () => {
    const enumerations = Object.values(result.typeDefinitions).filter((type) => type.enum);
    assert.deepEqual(enumerations.map(({ name }) => name).sort(), [
      "AutomaticUpdates",
      "PatchOrchestration",
      "Weekday",
      "WindowsUpdateSource",
    ]);
    assert.deepEqual(result.dependencies, []);
  });
});
