import { updateManagerPolicy } from "../documents";
import { type Fact, source } from "../source";
import type { BuiltInPolicy, ExistenceCondition, PolicyParameter } from "./definition";

/** What the definitions have in common, and the state of the repository in which they were read. */
export const policySnapshot = {
  category: "Azure Update Manager",
  mode: "Indexed",
  repository: "Azure/azure-policy",
  commit: "f4a50bacae07ddb096943c597669bcae494a6e29",
  date: "2026-04-29",
  source: source("Azure/azure-policy built-in-policies/policyDefinitions/Azure Update Manager"),
} as const satisfies Fact & Record<string, unknown>;

const operatingSystems = ["Windows", "Linux"];
const effect = (allowedValues: readonly string[]): PolicyParameter => ({
  name: "effect",
  type: "String",
  allowedValues,
  defaultValue: allowedValues[0] ?? "",
});
const assessmentMode: PolicyParameter = {
  name: "assessmentMode",
  type: "String",
  allowedValues: ["ImageDefault", "AutomaticByPlatform"],
  defaultValue: "AutomaticByPlatform",
};
const osType: PolicyParameter = {
  name: "osType",
  type: "String",
  allowedValues: operatingSystems,
  defaultValue: "Windows",
};
const operatingSystemTypes: PolicyParameter = {
  name: "operatingSystemTypes",
  type: "Array",
  allowedValues: operatingSystems,
  defaultValue: operatingSystems,
};
const locations: PolicyParameter = { name: "locations", type: "Array", defaultValue: [], strongType: "location" };
const resourceGroups: PolicyParameter = { name: "resourceGroups", type: "Array", defaultValue: [] };
const tagsAsObject: PolicyParameter = { name: "tagValues", type: "Object", defaultValue: {} };
const tagsAsArray: PolicyParameter = { name: "tagValues", type: "Array", defaultValue: [] };
const tagOperator: PolicyParameter = {
  name: "tagOperator",
  type: "String",
  allowedValues: ["All", "Any"],
  defaultValue: "Any",
};
const maintenanceConfigurationResourceId: PolicyParameter = {
  name: "maintenanceConfigurationResourceId",
  type: "String",
  assignPermissions: true,
};

const prerequisitesMet = (block: "windowsConfiguration" | "linuxConfiguration"): ExistenceCondition => {
  const patchSettings = `Microsoft.Compute/virtualMachines/osProfile.${block}.patchSettings`;
  return {
    fields: {
      [`${patchSettings}.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`]: true,
      [`${patchSettings}.patchMode`]: "AutomaticByPlatform",
    },
  };
};

/** The built-in policy definitions of the Azure Update Manager category. */
export const builtInPolicies: readonly BuiltInPolicy[] = [
  {
    key: "auditPeriodicAssessment",
    guid: "bd876905-5b84-4f73-ab2d-2e7a7c4568d9",
    displayName: "Machines should be configured to periodically check for missing system updates",
    versions: ["3.9.0", "3.8.0", "3.7.0", "3.6.0", "3.5.0", "3.4.1"],
    appliesTo: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
    effects: ["Audit", "Deny", "Disabled"],
    parameters: [effect(["Audit", "Deny", "Disabled"])],
    roles: [],
    notes: [
      "A machine is compliant when patchSettings.assessmentMode is AutomaticByPlatform.",
      "With the effect Deny an assignment refuses machines without it when they are deployed, which no preview shows.",
      "It remediates nothing, so an assignment needs neither an identity nor a role.",
    ],
    source: source(updateManagerPolicy("AzUpdateMgmtCenter_AutoAssessmentMode_Audit")),
  },
  {
    key: "configurePeriodicAssessment",
    guid: "59efceea-0c96-497e-a4a1-4eb2290dac15",
    displayName: "Configure periodic checking for missing system updates on azure virtual machines",
    versions: ["4.10.0", "4.9.0", "4.8.0", "4.7.0", "4.6.0", "4.5.0", "4.4.1"],
    appliesTo: ["Microsoft.Compute/virtualMachines"],
    effects: ["Modify"],
    parameters: [assessmentMode, osType, locations, tagsAsObject, tagOperator],
    roles: ["b24988ac-6180-42a0-ab88-20f7382dd24c"],
    changes: [
      "Microsoft.Compute/virtualMachines/osProfile.windowsConfiguration.patchSettings.assessmentMode",
      "Microsoft.Compute/virtualMachines/osProfile.linuxConfiguration.patchSettings.assessmentMode",
    ],
    notes: [
      "The effect is always modify; in a conflict with another policy it is audit.",
      "An assignment covers one osType, Windows by default: it takes two to cover both operating systems.",
      "tagValues is an object of names and values here, and an array of objects with key and value in the policies on schedules.",
      "The assignment needs a managed identity with Contributor, and a location.",
    ],
    source: source(updateManagerPolicy("AzUpdateMgmtCenter_CRP_AutoAssessmentMode_Modify")),
  },
  {
    key: "setSchedulePrerequisites",
    guid: "9905ca54-1471-49c6-8291-7582c04cd4d4",
    displayName: "Set prerequisite for Scheduling recurring updates on Azure virtual machines.",
    versions: ["1.3.0", "1.2.0", "1.1.0-PREVIEW", "1.0.0-PREVIEW"],
    appliesTo: ["Microsoft.Compute/virtualMachines"],
    effects: ["DeployIfNotExists", "Disabled"],
    parameters: [
      resourceGroups,
      operatingSystemTypes,
      locations,
      tagsAsArray,
      tagOperator,
      effect(["DeployIfNotExists", "Disabled"]),
    ],
    roles: ["b24988ac-6180-42a0-ab88-20f7382dd24c"],
    existence: [prerequisitesMet("windowsConfiguration"), prerequisitesMet("linuxConfiguration")],
    evaluationDelay: "AfterProvisioningSuccess",
    notes: [
      "It sets patchMode AutomaticByPlatform and bypassPlatformSafetyChecksOnUserSchedule true; it neither sets assessmentMode nor assigns a schedule.",
      "It does not concern Arc-enabled servers.",
      "Specialized, generalized, migrated and restored VMs need a remediation task after they are created.",
    ],
    source: source(updateManagerPolicy("AzUpdateMgmtCenter_CustomerManagedSchedules_DINE")),
  },
  {
    key: "configureArcPeriodicAssessment",
    guid: "bfea026e-043f-4ff4-9d1b-bf301ca7ff46",
    displayName: "Configure periodic checking for missing system updates on azure Arc-enabled servers",
    versions: ["2.3.0", "2.2.1"],
    appliesTo: ["Microsoft.HybridCompute/machines"],
    effects: ["Modify"],
    parameters: [assessmentMode, osType, locations, tagsAsObject, tagOperator],
    roles: ["cd570a14-e51a-42ad-bac8-bafd67325302"],
    changes: [
      "Microsoft.HybridCompute/machines/osProfile.windowsConfiguration.patchSettings.assessmentMode",
      "Microsoft.HybridCompute/machines/osProfile.linuxConfiguration.patchSettings.assessmentMode",
    ],
    notes: [
      "It evaluates requests of API version 2022-03-10 or later alone.",
      "The effect is always modify.",
      "The role is Azure Connected Machine Resource Administrator, not Contributor.",
      "osType is compared with osName of the machine.",
    ],
    source: source(updateManagerPolicy("AzUpdateMgmtCenter_HCRP_AutoAssessmentMode_Modify")),
  },
  {
    key: "scheduleUpdates",
    guid: "ba0df93e-e4ac-479a-aac2-134bbae39a1a",
    displayName: "Schedule recurring updates using Azure Update Manager",
    versions: ["3.14.0", "3.13.0", "3.12.0", "3.11.0", "3.10.0", "3.9.1"],
    appliesTo: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
    effects: ["DeployIfNotExists", "Disabled"],
    parameters: [
      maintenanceConfigurationResourceId,
      resourceGroups,
      operatingSystemTypes,
      locations,
      tagsAsArray,
      tagOperator,
      effect(["DeployIfNotExists", "Disabled"]),
    ],
    roles: ["b24988ac-6180-42a0-ab88-20f7382dd24c"],
    existence: [
      {
        fields: {
          "Microsoft.Maintenance/configurationAssignments/maintenanceConfigurationId":
            "[parameters('maintenanceConfigurationResourceId')]",
        },
      },
    ],
    evaluationDelay: "AfterProvisioningSuccess",
    notes: [
      "It assigns the schedule to each machine by itself, under the name uniqueString(maintenance configuration id) + '-AzPolicy', and sets the prerequisites of Azure VMs.",
      "With tagOperator All a machine has every pair of tagValues: two values of one tag match no machine.",
      "The identity needs its role at the scope of the maintenance configuration too, which matters where that is in another resource group or subscription.",
    ],
    source: source(updateManagerPolicy("AzUpdateMgmtCenter_ScheduledPatching_DINE")),
  },
];
