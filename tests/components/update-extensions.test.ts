import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UpdateExtensions, type UpdateExtensionsArgs } from "../../index";
import { registered, resolved } from "./program";

const machineId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/servers/providers/Microsoft.HybridCompute/machines/files";

async function extensions(args: UpdateExtensionsArgs) {
  let component: UpdateExtensions | undefined;
  const resources = await registered(async () => {
    component = new UpdateExtensions("files", args);
    await resolved(pulumi.all([component.patchExtensionId, component.osUpdateExtensionId]));
  });
  assert.ok(component);
  return { component, resources: resources.filter(({ type }) => type !== componentType) };
}

const componentType = "pulumi-azure-update-manager:index:UpdateExtensions";
const type = "azure-native:hybridcompute:MachineExtension";

describe("UpdateExtensions", () => {
  it("declares both extensions of Linux, upgraded by Azure", async () => {
    const { component, resources } = await extensions({ machineId, operatingSystem: "Linux" });
    assert.deepEqual(resources, [
      {
        type,
        name: "files-patch",
        inputs: {
          resourceGroupName: "servers",
          machineName: "files",
          extensionName: "LinuxPatchExtension",
          properties: {
            publisher: "Microsoft.CPlat.Core",
            type: "LinuxPatchExtension",
            enableAutomaticUpgrade: true,
          },
        },
      },
      {
        type,
        name: "files-os-update",
        inputs: {
          resourceGroupName: "servers",
          machineName: "files",
          extensionName: "LinuxOsUpdateExtension",
          properties: {
            publisher: "Microsoft.SoftwareUpdateManagement",
            type: "LinuxOsUpdateExtension",
            enableAutomaticUpgrade: true,
          },
        },
      },
    ]);
    assert.equal(await resolved(component.patchExtensionId), `${type}/files-patch`);
    assert.equal(await resolved(component.osUpdateExtensionId), `${type}/files-os-update`);
  });

  it("declares the extensions of Windows as the arguments want them", async () => {
    const { component, resources } = await extensions({
      machineId: pulumi.output(machineId),
      operatingSystem: "Windows",
      location: "westeurope",
      tags: { team: "files" },
      patchExtension: { skip: true },
      osUpdateExtension: { extensionName: "updates", typeHandlerVersion: "1.0.28.0" },
    });
    assert.deepEqual(resources, [
      {
        type,
        name: "files-os-update",
        inputs: {
          resourceGroupName: "servers",
          machineName: "files",
          extensionName: "updates",
          location: "westeurope",
          properties: {
            publisher: "Microsoft.SoftwareUpdateManagement",
            type: "WindowsOsUpdateExtension",
            typeHandlerVersion: "1.0.28.0",
            enableAutomaticUpgrade: false,
          },
          tags: { team: "files" },
        },
      },
    ]);
    assert.equal(await resolved(component.patchExtensionId), undefined);
  });
});
