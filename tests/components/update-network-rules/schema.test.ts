import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of network rules", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    result = new Analyzer(root, packageJson.name, packageJson, new Set(["UpdateNetworkRules"])).analyze();
  });

  it("has every argument and output, for every language", () => {
    const { inputs = {}, outputs = {} } = result.components.UpdateNetworkRules ?? {};
    assert.deepEqual(
      Object.entries(inputs).map(([name, { optional = false }]) => `${name}${optional ? "?" : ""}`),
      [
        "sources",
        "cloud?",
        "sourceAddresses?",
        "sourceIpGroupIds?",
        "networkSecurityGroup?",
        "firewallPolicy?",
        "azureFirewall?",
        "routeTable?",
        "natGateway?",
        "proxy?",
        "resourceGroupName?",
        "location?",
        "tags?",
      ],
    );
    assert.deepEqual(Object.keys(outputs), [
      "description",
      "securityRules",
      "applicationRuleCollections",
      "networkRuleCollections",
      "ruleCollectionGroupId",
      "routes",
      "natGatewayId",
      "outboundIpAddress",
      "proxySettings",
    ]);
  });

  it("describes every argument, and every part of the data that it gives", () => {
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
    assert.deepEqual(enumerations.map(({ name }) => name).sort(), ["Cloud", "LinuxDistribution", "UpdateProtocol"]);
    assert.deepEqual(result.dependencies, []);
  });
});
