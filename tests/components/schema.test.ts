import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentResource } from "@pulumi/pulumi";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { parse } from "yaml";
import * as library from "../..";
import { components, enumerations } from "./expected-schema";

const root = join(__dirname, "../..");

describe("the package as a component provider", () => {
  let schema: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    schema = new Analyzer(root, packageJson.name, packageJson, new Set(Object.keys(components))).analyze();
  });

  it("is a plugin of the Node.js runtime", () => {
    assert.deepEqual(parse(readFileSync(join(root, "PulumiPlugin.yaml"), "utf8")), { runtime: "nodejs" });
    assert.ok(existsSync(join(root, "index.ts")));
  });

  it("has every component that the library has", () => {
    const exported = Object.entries(library).filter(([, each]) => isComponent(each));
    assert.deepEqual(exported.map(([name]) => name).sort(), Object.keys(components));
  });

  for (const [name, expected] of Object.entries(components)) {
    it(`has every argument and output of ${name}, for every language`, () => {
      const { inputs = {}, outputs = {} } = schema.components[name] ?? {};
      assert.deepEqual({ inputs: namesOf(inputs), outputs: namesOf(outputs) }, expected);
    });
  }

  it("has the destinations of an event subscription", () => {
    assert.deepEqual(namesOf(schema.typeDefinitions.EventSubscriptionArgs?.properties ?? {}), [
      "eventTypes?",
      "eventSubscriptionName?",
      "retryPolicy?",
      "webhook?",
      "automationRunbook?",
      "azureFunction?",
      "serviceBusQueue?",
      "storageQueue?",
    ]);
  });

  it("lets every part of a fleet be skipped", () => {
    for (const part of ["Network", "Access", "Schedule", "Assessment", "Alerts"]) {
      const skip = schema.typeDefinitions[`Fleet${part}Args`]?.properties?.skip;
      assert.deepEqual(
        [part, skip && { ...skip, description: "" }],
        [part, { type: "boolean", optional: true, plain: true, description: "" }],
      );
    }
  });

  it("describes every argument and output, and their parts", () => {
    const types = [...Object.values(schema.components), ...Object.values(schema.typeDefinitions)];
    const undescribed = types.flatMap((type) =>
      Object.entries("inputs" in type ? { ...type.inputs, ...type.outputs } : (type.properties ?? {}))
        .filter(([, property]) => !property.description)
        .map(([name]) => `${type.name}.${name}`),
    );
    assert.deepEqual(undescribed, []);
  });

  it("has enumerations as enumerations, and no types of another package", () => {
    const enums = Object.values(schema.typeDefinitions).filter((type) => type.enum);
    assert.deepEqual(enums.map(({ name }) => name).sort(), enumerations);
    assert.deepEqual(schema.dependencies, []);
  });
});

function isComponent(exported: unknown): boolean {
  return typeof exported === "function" && exported.prototype instanceof ComponentResource;
}

function namesOf(properties: Readonly<Record<string, { readonly optional?: boolean }>>): readonly string[] {
  return Object.entries(properties).map(([name, { optional = false }]) => `${name}${optional ? "?" : ""}`);
}
