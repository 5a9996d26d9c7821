import assert from "node:assert/strict";
import { parseArmId } from "../../../policypack/stack/arm-id";
import { azureNativeType, StackResource } from "../../../policypack/stack/resource";

describe("azureNativeType", () => {
  const tokens: Record<string, string | undefined> = {
    "azure-native:compute:VirtualMachine": "compute:VirtualMachine",
    "azure-native:compute/v20240301:VirtualMachine": "compute:VirtualMachine",
    "azure-native:compute/v20240301preview:VirtualMachine": "compute:VirtualMachine",
    "azure-native_compute_v20240301:compute:VirtualMachine": "compute:VirtualMachine",
    "azure:compute/linuxVirtualMachine:LinuxVirtualMachine": undefined,
    "pulumi:providers:azure-native": undefined,
    "pulumi-azure-update-manager:index:UpdateReadyVirtualMachine": undefined,
    "pulumi:pulumi:Stack": undefined,
    "": undefined,
  };
  for (const [token, type] of Object.entries(tokens)) {
    it(`reads "${token}" as ${type}`, () => assert.equal(azureNativeType(token), type));
  }
});

describe("the API version of a resource", () => {
  const tokens: Record<string, string | undefined> = {
    "azure-native:compute:VirtualMachine": undefined,
    "azure-native:compute/v20240301:VirtualMachine": "2024-03-01",
    "azure-native:maintenance/v20231001preview:MaintenanceConfiguration": "2023-10-01-preview",
    "azure-native_compute_v20240301:compute:VirtualMachine": "2024-03-01",
  };
  for (const [type, apiVersion] of Object.entries(tokens)) {
    it(`is ${apiVersion} in "${type}"`, () => {
      const record = { urn: "", name: "web", type, outputs: {}, propertyDependencies: {} };
      const resource = new StackResource(record, "compute:VirtualMachine", () => undefined, new Set());
      assert.equal(resource.apiVersion, apiVersion);
    });
  }
});

describe("parseArmId", () => {
  it("reads subscription, resource group, type and names", () => {
    assert.deepEqual(
      parseArmId("/subscriptions/s/resourceGroups/Fleet/providers/Microsoft.Compute/virtualMachines/Web/extensions/E"),
      {
        subscriptionId: "s",
        resourceGroupName: "Fleet",
        type: "microsoft.compute/virtualmachines/extensions",
        names: ["Web", "E"],
      },
    );
  });

  it("reads the last provider of an extension resource's id", () => {
    assert.deepEqual(
      parseArmId(
        "/subscriptions/s/RESOURCEGROUPS/g/providers/Microsoft.Compute/virtualMachines/w/providers/Microsoft.Maintenance/configurationAssignments/a",
      ),
      {
        subscriptionId: "s",
        resourceGroupName: "g",
        type: "microsoft.maintenance/configurationassignments",
        names: ["a"],
      },
    );
  });

  for (const id of [
    "",
    "web",
    "/subscriptions/s",
    "/subscriptions/s/resourceGroups/g",
    "/providers/Microsoft.Compute/x",
  ]) {
    it(`does not read "${id}"`, () => assert.equal(parseArmId(id), undefined));
  }
});
