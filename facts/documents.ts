/** A page of the Azure Update Manager documentation, by its file name. */
export const updateManager = (page: string) => `MicrosoftDocs/azure-docs articles/update-manager/${page}.md`;

/** Another page of the Azure documentation, by its path below `articles/`. */
export const azureDocs = (page: string) => `MicrosoftDocs/azure-docs articles/${page}.md`;

/** A page of the Azure Monitor documentation, by its path below `articles/azure-monitor/`. */
export const monitorDocs = (page: string) => `MicrosoftDocs/azure-monitor-docs articles/azure-monitor/${page}.md`;

/** A page of the Azure compute documentation, by its path below `articles/`. */
export const computeDocs = (page: string) => `MicrosoftDocs/azure-compute-docs articles/${page}.md`;

/** A page of the Azure Arc-enabled servers documentation, by its path below `articles/azure-arc/servers/`. */
export const arcServers = (page: string) => `MicrosoftDocs/azure-management-docs articles/azure-arc/servers/${page}.md`;

/** A built-in policy definition of the Azure Update Manager category, by its file name. */
export const updateManagerPolicy = (name: string) =>
  `Azure/azure-policy built-in-policies/policyDefinitions/Azure Update Manager/${name}.json`;

/** The article on automatic VM guest patching, which also documents the patch modes. */
export const guestPatching = computeDocs("virtual-machines/automatic-vm-guest-patching");

/** The ARM schema of `Microsoft.Compute/virtualMachines`. */
export const computeSchema =
  "Azure/azure-rest-api-specs specification/compute/resource-manager/Microsoft.Compute/ComputeRP/stable/2024-07-01/ComputeRP.json";

/** The ARM schema of `Microsoft.HybridCompute/machines`. */
export const hybridComputeSchema =
  "Azure/azure-rest-api-specs specification/hybridcompute/resource-manager/Microsoft.HybridCompute/stable/2024-07-10/HybridCompute.json";

/** The ARM schema of `Microsoft.Maintenance`. */
export const maintenanceSchema =
  "Azure/azure-rest-api-specs specification/maintenance/resource-manager/Microsoft.Maintenance/stable/2023-04-01/Maintenance.json";
