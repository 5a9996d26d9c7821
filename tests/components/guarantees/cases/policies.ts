import {
  PeriodicAssessment,
  type PeriodicAssessmentArgs,
  ScheduledPatchingPolicy,
  type ScheduledPatchingPolicyArgs,
} from "../../../../index";
import { defineCase, maintenanceConfigurationId, resourceGroup, subscription, userAssignedIdentity } from "./case";

const managementGroup = "/providers/Microsoft.Management/managementGroups/landing-zones";
const common = { scope: subscription, location: "westeurope" };

/** Roles and remediation that are left to somebody else, and a trial that changes nothing. */
const against: readonly string[] = ["pa-role", "pa-remediation", "pa-enforcement"];

export const periodicAssessment = defineCase<PeriodicAssessmentArgs>({
  component: PeriodicAssessment,
  slug: "periodic-assessment",
  against,
  accepted: [
    {
      ...common,
      excludedScopes: [`${subscription}/resourceGroups/sandbox`],
      osTypes: ["Linux"],
      locations: ["westeurope"],
      tags: { environment: "production" },
      tagOperator: "Any",
      audit: { effect: "Audit" },
      enforcementMode: "Default",
      nonComplianceMessage: "Turn periodic assessment on.",
      roles: { additionalScopes: { images: `${subscription}/resourceGroups/images` } },
      remediation: { run: "1", resourceCount: 100, parallelDeployments: 5, failureThreshold: 0.1 },
    },
    common,
    { ...common, scope: managementGroup, userAssignedIdentity, remediation: { skip: true } },
    { scope: resourceGroup, configure: false, audit: { effect: "Deny" } },
    { ...common, roles: { skip: true }, resourceTypes: ["Microsoft.Compute/virtualMachines"] },
  ],
  outputs: ["scope", "location", "excludedScopes.*", "userAssignedIdentity.*"],
  children: [
    "azure-native:authorization:PolicyAssignment it-audit",
    "azure-native:authorization:PolicyAssignment it-linux-arc-servers",
    "azure-native:authorization:PolicyAssignment it-linux-virtual-machines",
    "azure-native:authorization:RoleAssignment it-linux-arc-servers-azure-connected-machine-resource-administrator",
    "azure-native:authorization:RoleAssignment it-linux-arc-servers-azure-connected-machine-resource-administrator-images",
    "azure-native:authorization:RoleAssignment it-linux-virtual-machines-contributor",
    "azure-native:authorization:RoleAssignment it-linux-virtual-machines-contributor-images",
    "azure-native:policyinsights:RemediationAtResource it-linux-arc-servers",
    "azure-native:policyinsights:RemediationAtResource it-linux-virtual-machines",
  ],
});

export const scheduledPatchingPolicy = defineCase<ScheduledPatchingPolicyArgs>({
  component: ScheduledPatchingPolicy,
  slug: "scheduled-patching-policy",
  // The policy that goes with it may be at a scope above.
  against: [...against, "pa-prereq-pair"],
  accepted: [
    {
      ...common,
      maintenanceConfigurationId,
      resourceGroups: ["web"],
      tags: { environment: ["production"] },
      enforcementMode: "DoNotEnforce",
    },
    { ...common, scope: managementGroup, maintenanceConfigurationId, userAssignedIdentity },
    { ...common, maintenanceConfigurationId, prerequisites: { skip: true }, remediation: { skip: true } },
  ],
  outputs: ["scope", "location", "maintenanceConfigurationId", "resourceGroups.*"],
  children: [
    "azure-native:authorization:PolicyAssignment it-prerequisites",
    "azure-native:authorization:PolicyAssignment it-schedule",
    "azure-native:authorization:RoleAssignment it-prerequisites-contributor",
    "azure-native:authorization:RoleAssignment it-schedule-contributor",
    "azure-native:authorization:RoleAssignment it-schedule-contributor-maintenance-configuration",
    "azure-native:policyinsights:RemediationAtResource it-prerequisites",
    "azure-native:policyinsights:RemediationAtResource it-schedule",
  ],
});
