import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, UpdateExtensions } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const machines = `/subscriptions/${config.require("subscriptionId")}/resourceGroups/${config.require("serversResourceGroup")}/providers/Microsoft.HybridCompute/machines`;

const tags = { environment: "production", "managed-by": "pulumi" };
const servers = {
  "web-01": "Linux",
  "web-02": "Linux",
  "ledger-01": "Windows",
} as const;

// What installs updates changes when the change board says so; what only assesses is upgraded by Azure.
const approvedVersions = { Linux: "1.0.55.0", Windows: "1.0.28.0" };

for (const [name, operatingSystem] of Object.entries(servers)) {
  new UpdateExtensions(name, {
    machineId: `${machines}/${name}`,
    operatingSystem,
    osUpdateExtension: { typeHandlerVersion: approvedVersions[operatingSystem] },
    tags,
  });
}

const patching = new ResourceGroup("patching", { tags });
const schedule = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: patching.name,
  startDateTime: "2026-01-10 02:00",
  timeZone: "Europe/Amsterdam",
  duration: "03:00",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  arcServers: Object.fromEntries(Object.keys(servers).map((name) => [name, { id: `${machines}/${name}` }])),
  tags,
});

export const maintenanceConfigurationId = schedule.maintenanceConfigurationId;
