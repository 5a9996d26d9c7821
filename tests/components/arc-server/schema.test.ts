import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Analyzer,
  type ComponentDefinition,
  type Dependency,
  type TypeDefinition,
} from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of ArcServer and UpdateExtensions", () => {
  let components: Record<string, ComponentDefinition>;
  let types: TypeDefinition[];
  let dependencies: Dependency[];

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const names = new Set(["ArcServer", "UpdateExtensions"]);
    const result = new Analyzer(root, packageJson.name, packageJson, names).analyze();
    components = result.components;
    types = Object.values(result.typeDefinitions);
    dependencies = result.dependencies;
  });

  const inputs = (name: string) =>
    Object.entries(components[name]?.inputs ?? {}).map(([input, { optional }]) => (optional ? `${input}?` : input));

  it("has every argument", () => {
    assert.deepEqual(inputs("ArcServer"), [
      ...["resourceGroupName", "location", "machineName?", "onboarding?", "agent?", "privateLinkScopeId?", "machine?"],
      ...["registeredResourceProviders?", "tags?", "operatingSystem", "system?"],
    ]);
    assert.deepEqual(inputs("UpdateExtensions"), [
      ...["location?", "tags?", "machineId", "operatingSystem", "patchExtension?", "osUpdateExtension?"],
    ]);
  });

  it("describes every argument", () => {
    const described = [
      ...Object.values(components).map(({ inputs }) => inputs),
      ...types.map((type) => type.properties),
    ];
    const undescribed = described.flatMap((properties = {}) =>
      Object.keys(properties).filter((name) => !properties[name]?.description),
    );
    assert.deepEqual(undescribed, []);
  });

  it("has every output", () => {
    assert.deepEqual(Object.keys(components.ArcServer?.outputs ?? {}), [
      ...["onboardingScript", "machineId", "machineName", "roleAssignmentIds", "resourceProviders", "operatingSystem"],
    ]);
    assert.deepEqual(Object.keys(components.UpdateExtensions?.outputs ?? {}), [
      "patchExtensionId",
      "osUpdateExtensionId",
    ]);
  });

  it("has enumerations as enumerations, and no types of another package", () => {
    const enumerations = types.filter((type) => type.enum).map(({ name }) => name);
    assert.deepEqual(enumerations, ["Cloud", "ProxyBypass", "AssessmentMode", "OperatingSystem"]);
    assert.deepEqual(dependencies, []);
  });
});
