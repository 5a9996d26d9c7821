import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Analyzer,
  type ComponentDefinition,
  type Dependency,
  type TypeDefinition,
} from "@pulumi/pulumi/provider/experimental/analyzer";
import { parse } from "yaml";

const root = join(__dirname, "../..");

describe("the package as a component provider", () => {
  it("is a plugin of the Node.js runtime", () => {
    assert.deepEqual(parse(readFileSync(join(root, "PulumiPlugin.yaml"), "utf8")), { runtime: "nodejs" });
    assert.ok(existsSync(join(root, "index.ts")));
  });

  describe("has a schema for every language", () => {
    let component: ComponentDefinition | undefined;
    let typeDefinitions: TypeDefinition[];
    let dependencies: Dependency[];

    before(function () {
      this.timeout(120_000);
      const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
      const names = new Set(["UpdateReadyVirtualMachine"]);
      const result = new Analyzer(root, packageJson.name, packageJson, names).analyze();
      component = result.components.UpdateReadyVirtualMachine;
      typeDefinitions = Object.values(result.typeDefinitions);
      dependencies = result.dependencies;
    });

    it("with every argument described", () => {
      const inputs = Object.entries(component?.inputs ?? {});
      assert.equal(inputs.length, 38);
      assert.deepEqual(
        inputs.filter(([, input]) => !input.optional).map(([name]) => name),
        ["resourceGroupName", "subnetId"],
      );
      const nested = typeDefinitions.flatMap((type) =>
        Object.entries(type.properties ?? {}).map(([name, property]) => [`${type.name}.${name}`, property] as const),
      );
      assert.deepEqual(
        [...inputs, ...nested].filter(([, property]) => !property.description).map(([name]) => name),
        [],
      );
    });

    it("with every output", () => {
      const { outputs = {} } = component ?? {};
      assert.deepEqual(Object.keys(outputs), [
        "virtualMachineId",
        "virtualMachineName",
        "networkInterfaceId",
        "privateIpAddress",
        "publicIpAddress",
        "principalId",
        "operatingSystem",
        "patchOrchestration",
      ]);
    });

    it("with enumerations as enumerations", () => {
      const enumerations = typeDefinitions.filter((type) => type.enum);
      assert.deepEqual(
        enumerations.map(({ name }) => name),
        [
          "OperatingSystem",
          "PatchOrchestration",
          "AssessmentMode",
          "RebootSetting",
          "StorageAccountType",
          "DiskCaching",
          "DiskDeleteOption",
        ],
      );
    });

    it("without types of another package", () => assert.deepEqual(dependencies, []));
  });
});
