import * as pulumi from "@pulumi/pulumi";
import { UpdateExtensions } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const extensions = new UpdateExtensions("ledger", {
  machineId: config.require("machineId"),
  operatingSystem: "Windows",
  location: "westeurope",
  patchExtension: {
    // Update Manager has installed it with the first assessment.
    installed: true,
    extensionName: "WindowsPatchExtension",
    enableAutomaticUpgrade: true,
  },
  osUpdateExtension: {
    extensionName: "WindowsOsUpdateExtension",
    typeHandlerVersion: "1.0.28.0",
    enableAutomaticUpgrade: false,
  },
  tags: { application: "ledger" },
});

export const patchExtensionId = extensions.patchExtensionId;
export const osUpdateExtensionId = extensions.osUpdateExtensionId;
