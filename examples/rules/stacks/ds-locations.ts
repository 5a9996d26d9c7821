import * as maintenance from "@pulumi/azure-native/maintenance";
import { resourceGroup, weekly } from "../fleet";

const name = "ds-locations";

function scope(filter: { locations?: string[] }): void {
  new maintenance.ConfigurationAssignmentsForResourceGroup(name, {
    resourceGroupName: resourceGroup.name,
    maintenanceConfigurationId: weekly(name).id,
    filter: { resourceTypes: ["Microsoft.HybridCompute/machines"], ...filter },
  });
}

export function met(): void {
  scope({ locations: ["westeurope"] });
}

export function broken(): void {
  scope({});
}
