import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of UpdateAlerts", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    result = new Analyzer(root, packageJson.name, packageJson, new Set(["UpdateAlerts"])).analyze();
  });

  it("has every argument and output, for every language", () => {
    const { inputs = {}, outputs = {} } = result.components.UpdateAlerts ?? {};
    assert.deepEqual(
      {
        required: Object.keys(inputs).filter((input) => !inputs[input]?.optional),
        optional: Object.keys(inputs)
          .filter((input) => inputs[input]?.optional)
          .sort(),
        outputs: Object.keys(outputs),
      },
      {
        required: ["resourceGroupName", "scopes"],
        optional: [
          "actionGroup",
          "actionGroupIds",
          "excludedMachineIds",
          "failedAssessments",
          "failedInstallations",
          "identity",
          "location",
          "missedAssessments",
          "pendingUpdates",
          "resourceTypes",
          "tags",
          "workbook",
        ],
        outputs: ["alertRuleIds", "queries", "identityId", "actionGroupId", "workbookId"],
      },
    );
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
      "EvaluationFrequency",
      "MachineResourceType",
      "MuteDuration",
      "PendingClassification",
    ]);
    assert.deepEqual(result.dependencies, []);
  });
});
