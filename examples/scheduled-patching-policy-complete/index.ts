import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";

const { subscriptionId } = getClientConfigOutput();

const patching = new ResourceGroup("patching");
const images = new ResourceGroup("images");
const sandbox = new ResourceGroup("sandbox");

const identity = new UserAssignedIdentity("policies", { resourceGroupName: patching.name });

const saturdayNight = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: patching.name,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
});

const policy = new ScheduledPatchingPolicy("saturday-night", {
  scope: pulumi.interpolate`/subscriptions/${subscriptionId}`,
  excludedScopes: [sandbox.id],
  location: "westeurope",
  maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
  userAssignedIdentity: { id: identity.id, principalId: identity.principalId },
  // The machines use images of a gallery in another resource group, which their identity has to reach.
  roles: { additionalScopes: { images: images.id } },
  resourceGroups: ["web", "data"],
  osTypes: ["Windows"],
  locations: ["westeurope", "northeurope"],
  tags: { environment: ["production", "staging"] },
  tagOperator: "Any",
  prerequisites: { skip: false },
  enforcementMode: "Default",
  nonComplianceMessage: "Machines of the web and data teams are patched on Saturday night.",
  remediation: { run: "2026-11", resourceCount: 100, parallelDeployments: 5, failureThreshold: 0.1 },
});

export const policyAssignmentIds = policy.policyAssignmentIds;
