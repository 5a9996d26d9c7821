import * as maintenance from "@pulumi/azure-native/maintenance";
import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
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

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    dynamicScopes: {
      servers: {
        resourceGroupName: resourceGroup.name,
        resourceTypes: ["Microsoft.HybridCompute/machines"],
        locations: ["westeurope"],
      },
    },
  });
}
