import assert from "node:assert/strict";
import { engineTimeout, withStack } from "../end-to-end/harness";

const program = "tests/azure/program";
const configuration = { "azure-native:location": "westeurope" };

describe("the offline Azure on the real engine", function () {
  this.timeout(engineTimeout);

  it("previews, deploys, finds nothing to change and is emptied again", () =>
    withStack(
      program,
      async (stack) => {
        const preview = await stack.preview({ policyPack: undefined });
        assert.deepEqual([preview.errors, preview.changes], [[], { create: 8 }]);
        assert.deepEqual(stack.azure.requests, []);

        const up = await stack.up();
        assert.deepEqual([up.errors, up.changes], [[], { create: 8 }]);
        const names = stack.azure.resources.map(({ type }) => type.name);
        assert.deepEqual([...names].sort(), [
          "ConfigurationAssignment",
          "MaintenanceConfiguration",
          "NetworkInterface",
          "ResourceGroup",
          "Subnet",
          "VirtualMachine",
          "VirtualNetwork",
        ]);

        const again = await stack.preview({ policyPack: undefined });
        assert.deepEqual([again.errors, again.changes], [[], { same: 8 }]);

        const destroy = await stack.destroy();
        assert.deepEqual([destroy.errors, destroy.changes], [[], { delete: 8 }]);
        assert.deepEqual(stack.azure.resources, []);
      },
      { configuration },
    ));

  it("refuses at the deployment what a preview lets pass, as Azure does", () =>
    withStack(
      program,
      async (stack) => {
        assert.deepEqual((await stack.preview({ policyPack: undefined })).errors, []);
        const { errors } = await stack.up();
        assert.equal(
          errors.find((error) => error.startsWith("Status=")),
          `Status=400 Code="InvalidParameter" Message="The value 'Manual' of parameter 'osProfile.linuxConfiguration.patchSettings.patchMode' is not allowed. Allowed values are: 'ImageDefault', 'AutomaticByPlatform'."`,
        );
      },
      { configuration: { ...configuration, patchMode: "Manual" } },
    ));
});
