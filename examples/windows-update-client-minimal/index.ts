import * as pulumi from "@pulumi/pulumi";
import { WindowsUpdateClient } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const client = new WindowsUpdateClient("updates", {
  updateSource: "MicrosoftUpdate",
  arcServers: { sql: { id: config.require("arcServerId") } },
});

export const scripts = client.scripts;
