import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designUpdateExtensions, type ExtensionArgs } from "../../../components/update-extensions/extensions";
import { failure } from "../program";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/servers/providers";
const machineId = `${group}/Microsoft.HybridCompute/machines/files`;
const virtualMachineId = `${group}/Microsoft.Compute/virtualMachines/web`;
const linux: ExtensionArgs = { machineId, operatingSystem: "Linux" };

function problemsOf(args: object): string[] {
  try {
    designUpdateExtensions("files", args as ExtensionArgs);
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}

const ownedByService = `machineId: "${virtualMachineId}" is an Azure virtual machine: Update Manager installs its extension there and keeps it up to date by itself, and one that is declared gets in its way. Leave this component out. See https://learn.microsoft.com/azure/update-manager/workflow-update-manager`;

const cases: Readonly<Record<string, [args: object, ...problems: string[]]>> = {
  "nothing at all": [
    {},
    "machineId: give the resource id of the Arc-enabled server.",
    "operatingSystem: say what the server runs.",
  ],
  "an Azure virtual machine": [{ ...linux, machineId: virtualMachineId }, ownedByService],
  "another resource": [
    { ...linux, machineId: "files" },
    'machineId: "files" is not the id of a Microsoft.HybridCompute/machines resource.',
  ],
  "another operating system": [
    { ...linux, operatingSystem: "linux" },
    'operatingSystem: "linux" is not one of "Linux" or "Windows".',
  ],
  "no extension at all": [
    { ...linux, patchExtension: { skip: true }, osUpdateExtension: { skip: true } },
    "osUpdateExtension.skip: with both extensions left out, nothing is left.",
  ],
  "settings of an extension that is left out": [
    {
      ...linux,
      patchExtension: {
        skip: true,
        installed: true,
        extensionName: "patch",
        typeHandlerVersion: "1.6.48",
        enableAutomaticUpgrade: false,
      },
    },
    ...["installed", "extensionName", "typeHandlerVersion", "enableAutomaticUpgrade"].map(
      (name) => `patchExtension.${name}: has no effect with patchExtension.skip: leave one of them out.`,
    ),
  ],
  "a version that is none, and one that does not stay": [
    {
      ...linux,
      patchExtension: { typeHandlerVersion: "latest" },
      osUpdateExtension: { typeHandlerVersion: "1.0.55.0", enableAutomaticUpgrade: true },
    },
    'patchExtension.typeHandlerVersion: "latest" is not a version such as "1.6.48".',
    "osUpdateExtension.enableAutomaticUpgrade: an extension that Azure upgrades does not stay at osUpdateExtension.typeHandlerVersion: leave one of them out. See https://learn.microsoft.com/azure/azure-arc/servers/manage-automatic-vm-extension-upgrade",
  ],
  "an installed extension of a machine that is not known yet": [
    { ...linux, machineId: pulumi.output(machineId), osUpdateExtension: { installed: true } },
    "osUpdateExtension.installed: takes machineId and extensionName as plain text: the engine imports the extension before anything is deployed.",
  ],
};

describe("the arguments of UpdateExtensions", () => {
  for (const [title, [args, ...problems]] of Object.entries(cases)) {
    it(`may not be ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }

  it("are refused with all that is wrong in one message", () => {
    assert.throws(
      () => designUpdateExtensions("web", { machineId: virtualMachineId, operatingSystem: "BSD" as "Linux" }),
      {
        message: [
          'UpdateExtensions "web" cannot be created:',
          `  ${ownedByService}`,
          '  operatingSystem: "BSD" is not one of "Linux" or "Windows".',
        ].join("\n"),
      },
    );
  });

  it("guard an Azure virtual machine whose id is an output", async () => {
    const { machineId: checked } = designUpdateExtensions("web", {
      ...linux,
      machineId: pulumi.output(virtualMachineId),
    });
    const error = (await failure(pulumi.output(checked))) as Error;
    assert.equal(error.message, `UpdateExtensions "web" cannot be created:\n  ${ownedByService}`);
  });
});
