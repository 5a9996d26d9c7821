export const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
export const managementGroup = "/providers/Microsoft.Management/managementGroups/landing-zones";
export const resourceGroup = `${subscription}/resourceGroups/web`;
export const maintenanceConfigurationId = `${subscription}/resourceGroups/patching/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly`;
export const identity = {
  id: `${subscription}/resourceGroups/patching/providers/Microsoft.ManagedIdentity/userAssignedIdentities/policies`,
  principalId: "3f1d8f0a-6a0e-4b7e-9d51-0c8a4b1f7e21",
};
/** The principal of the identity that the stand-in for Azure gives each assignment. */
export const ownPrincipalId = "66666666-7777-8888-9999-000000000000";

export const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
export const arcAdministrator = "cd570a14-e51a-42ad-bac8-bafd67325302";
export const remediationPage = "https://learn.microsoft.com/azure/governance/policy/how-to/remediate-resources";
