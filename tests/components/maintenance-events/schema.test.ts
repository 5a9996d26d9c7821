import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of maintenance events", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    result = new Analyzer(root, packageJson.name, packageJson, new Set(["MaintenanceEvents"])).analyze();
  });

  it("has every argument and output, for every language", () => {
    const { inputs = {}, outputs = {} } = result.components.MaintenanceEvents ?? {};
    const names = Object.keys(inputs);
    assert.deepEqual(
      names.filter((name) => !inputs[name]?.optional),
      ["resourceGroupName", "maintenanceConfigurationId", "eventSubscriptions"],
    );
    assert.deepEqual(
      names.filter((name) => inputs[name]?.optional),
      ["deadLetter", "userAssignedIdentity", "roles", "location", "systemTopicName", "tags"],
    );
    assert.deepEqual(Object.keys(outputs), ["systemTopicId", "systemTopicName", "eventSubscriptionIds", "principalId"]);
  });

  it("has the destinations of an event subscription", () => {
    assert.deepEqual(Object.keys(result.typeDefinitions.EventSubscriptionArgs?.properties ?? {}).sort(), [
      "automationRunbook",
      "azureFunction",
      "eventSubscriptionName",
      "eventTypes",
      "retryPolicy",
      "serviceBusQueue",
      "storageQueue",
      "webhook",
    ]);
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
    assert.deepEqual(
      enumerations.map(({ name }) => name),
      ["MaintenanceEventType"],
    );
    assert.deepEqual(result.dependencies, []);
  });
});
