import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of an update-managed fleet", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    result = new Analyzer(root, packageJson.name, packageJson, new Set(["UpdateManagedFleet"])).analyze();
  });

  it("has every argument and output, for every language", () => {
    const { inputs = {}, outputs = {} } = result.components.UpdateManagedFleet ?? {};
    assert.deepEqual(
      Object.keys(inputs).filter((input) => !inputs[input]?.optional),
      ["resourceGroupName"],
    );
    assert.deepEqual(Object.keys(inputs).sort(), [
      "access",
      "alerts",
      "assessment",
      "location",
      "machines",
      "network",
      "resourceGroupName",
      "schedule",
      "tags",
    ]);
    assert.deepEqual(Object.keys(outputs), [
      "machines",
      "subnetId",
      "natGatewayId",
      "outboundIpAddress",
      "wayToUpdates",
      "roleNames",
      "maintenanceConfigurationIds",
      "policyAssignmentIds",
      "alertRuleIds",
      "workbookId",
    ]);
  });

  it("lets every part be skipped", () => {
    const parts = [
      "FleetNetworkArgs",
      "FleetAccessArgs",
      "FleetScheduleArgs",
      "FleetAssessmentArgs",
      "FleetAlertsArgs",
    ];
    for (const part of parts) {
      const skip = result.typeDefinitions[part]?.properties?.skip;
      assert.deepEqual(
        [part, skip && { ...skip, description: "" }],
        [part, { type: "boolean", optional: true, plain: true, description: "" }],
      );
    }
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

  it("has no types of another package", () => assert.deepEqual(result.dependencies, []));
});
