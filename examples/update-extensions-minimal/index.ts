import * as pulumi from "@pulumi/pulumi";
import { UpdateExtensions } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const extensions = new UpdateExtensions("files", {
  machineId: config.require("machineId"),
  operatingSystem: "Linux",
});

export const patchExtensionId = extensions.patchExtensionId;
export const osUpdateExtensionId = extensions.osUpdateExtensionId;
