import { License } from "@pulumi/azure-native/hybridcompute";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { ArcServer, type ArcServerArgs, MachineResourceType, MaintenanceSchedule } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const subscriptionId = config.require("subscriptionId");
const connectedServers = config.require("connectedServers").split(",");

const tags = { environment: "production", "managed-by": "pulumi" };
// The agents need its name before anything is deployed, so that it has no random suffix.
const resourceGroup = new ResourceGroup("servers", { resourceGroupName: "data-center-servers", tags });
const machineId = (name: string) =>
  `/subscriptions/${subscriptionId}/resourceGroups/data-center-servers/providers/Microsoft.HybridCompute/machines/${name}`;

// One licence covers the cores of every server of its system.
const license = new License("windows-server-2012-r2", {
  resourceGroupName: resourceGroup.name,
  licenseType: "ESU",
  licenseDetails: {
    edition: "Datacenter",
    processors: 16,
    state: "Activated",
    target: "Windows Server 2012 R2",
    type: "pCore",
  },
  tags,
});

type Server = Pick<ArcServerArgs, "operatingSystem" | "system"> & Omit<NonNullable<ArcServerArgs["machine"]>, "id">;

const servers: Readonly<Record<string, Server>> = {
  "web-01": { operatingSystem: "Linux", system: "Ubuntu 24.04" },
  "web-02": { operatingSystem: "Linux", system: "Red Hat Enterprise Linux 9" },
  "ledger-01": { operatingSystem: "Windows", system: "Windows Server 2025", enableHotpatching: true },
  "archive-01": {
    operatingSystem: "Windows",
    system: "Windows Server 2012 R2",
    licenseProfile: { extendedSecurityUpdatesLicenseId: license.id },
  },
};

const onboardingScripts: Record<string, pulumi.Output<string | undefined>> = {};
for (const [name, { operatingSystem, system, ...settings }] of Object.entries(servers)) {
  const first = name === Object.keys(servers)[0];
  const server = new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: resourceGroup.location,
    machineName: name,
    operatingSystem,
    system,
    tags,
    onboarding: {
      servicePrincipalId: config.require("applicationId"),
      // They share the service principal and the resource group, so that one role assignment does for all.
      ...(first ? { servicePrincipalObjectId: config.require("objectId") } : { roleAssignment: { skip: true } }),
    },
    // No extensions but Update Manager's.
    agent: { proxyUrl: "http://proxy.example.com:3128", allowedExtensions: [] },
    machine: connectedServers.includes(name) ? { id: machineId(name), ...settings } : undefined,
  });
  onboardingScripts[name] = server.onboardingScript;
}

// Whatever is connected in the resource group, from its first run on.
const schedule = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2026-01-10 02:00",
  timeZone: "Europe/Amsterdam",
  duration: "03:00",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  dynamicScopes: {
    servers: { resourceGroups: ["data-center-servers"], resourceTypes: [MachineResourceType.ArcServer] },
  },
  tags,
});

export { onboardingScripts };
export const maintenanceConfigurationId = schedule.maintenanceConfigurationId;
