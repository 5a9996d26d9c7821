import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { patchModes } from "../../facts/machine-settings";
import { maintenanceScope, rebootSettings } from "../../facts/schedules";
import { pathParameters, resourceTypeOf, resourceTypes } from "../../tools/azure/resource-types";
import { moduleSchema, resourceSchema } from "../../tools/azure/schema";
import { formatSchema, generateSchemas } from "../../tools/azure/schema/generate";
import { parseType } from "../../tools/azure/schema/types";

const folder = path.join(__dirname, "..", "..", "tools", "azure", "schema");

describe("the offline Azure's schema", () => {
  it("is what the installed SDK's type definitions say", () => {
    const generated = [...generateSchemas()].map(([name, schema]) => [`${name}.json`, formatSchema(schema)]);
    const files = fs.readdirSync(folder).filter((file) => file.endsWith(".json"));
    assert.deepEqual(files.sort(), generated.map(([file]) => file).sort());
    for (const [file = "", text] of generated) {
      assert.equal(
        fs.readFileSync(path.join(folder, file), "utf8"),
        text,
        `${file} is out of date: run "node -r ts-node/register/transpile-only tools/azure/schema/generate.ts"`,
      );
    }
  });

  it("describes a resource with its types, and says which properties must be given", () => {
    assert.deepEqual(resourceSchema(resourceTypeOf("azure-native:network:Subnet") ?? assert.fail()).inputs.required, [
      "resourceGroupName",
      "virtualNetworkName",
    ]);
    assert.deepEqual(moduleSchema("compute").inputTypes.LinuxPatchSettings, {
      properties: {
        assessmentMode: "enum LinuxPatchAssessmentMode",
        automaticByPlatformSettings: "#LinuxVMGuestPatchAutomaticByPlatformSettings",
        patchMode: "enum LinuxVMGuestPatchMode",
      },
    });
  });

  it("has the enums that the facts have", () => {
    const { enums } = moduleSchema("compute");
    assert.deepEqual([...(enums.LinuxVMGuestPatchMode ?? [])].sort(), [...patchModes.Linux].sort());
    assert.deepEqual([...(enums.WindowsVMGuestPatchMode ?? [])].sort(), [...patchModes.Windows].sort());
    assert.deepEqual(moduleSchema("maintenance").enums.RebootOptions, rebootSettings);
    assert.deepEqual(moduleSchema("maintenance").enums.MaintenanceScope, maintenanceScope.values);
  });

  it("knows every path parameter of a resource as an input", () => {
    for (const type of resourceTypes) {
      const { properties } = resourceSchema(type).inputs;
      assert.deepEqual(
        pathParameters(type).filter((parameter) => properties[parameter] === undefined),
        [],
        type.name,
      );
    }
  });

  it("is written in type expressions that can be read back", () => {
    for (const { module } of resourceTypes) {
      const { resources, inputTypes, outputTypes, enums } = moduleSchema(module);
      const objects = [
        ...Object.values(resources).flatMap(({ inputs, outputs }) => [inputs, outputs]),
        ...Object.values(inputTypes),
        ...Object.values(outputTypes),
      ];
      for (const expression of objects.flatMap(({ properties }) => Object.values(properties))) {
        for (const [, name = ""] of expression.matchAll(/enum (\w+)/g)) assert.ok(enums[name], expression);
        for (const [, name = ""] of expression.matchAll(/#(\w+)/g)) {
          assert.ok(inputTypes[name] ?? outputTypes[name], expression);
        }
        parseType(expression);
      }
    }
    assert.deepEqual(parseType("(#A|string)[]"), {
      kind: "list",
      element: { kind: "union", alternatives: [{ kind: "object", name: "A" }, { kind: "string" }] },
    });
    assert.throws(() => parseType("integer"), {
      message: `"integer" is not a type expression of the offline Azure's schema`,
    });
  });
});

describe("resourceTypeOf", () => {
  it("takes a type in the SDK's default version and in any other", () => {
    for (const token of [
      "azure-native:compute:VirtualMachine",
      "azure-native:compute/v20240301:VirtualMachine",
      "azure-native_compute_v20240301:compute:VirtualMachine",
    ]) {
      assert.equal(resourceTypeOf(token)?.armType, "Microsoft.Compute/virtualMachines");
    }
    assert.equal(resourceTypeOf("azure:compute/linuxVirtualMachine:LinuxVirtualMachine"), undefined);
    assert.equal(resourceTypeOf("azure-native:sql:Server"), undefined);
  });
});
