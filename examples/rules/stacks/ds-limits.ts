import * as maintenance from "@pulumi/azure-native/maintenance";
import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
import { weekly } from "../fleet";

const name = "ds-limits";

function scope(shops: number): void {
  new maintenance.ConfigurationAssignmentsForSubscription(name, {
    maintenanceConfigurationId: weekly(name).id,
    filter: {
      resourceTypes: ["Microsoft.HybridCompute/machines"],
      resourceGroups: Array.from({ length: shops }, (_, index) => `shop-${index + 1}`),
    },
  });
}

export function met(): void {
  scope(50);
}

export function broken(): void {
  scope(51);
}

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    dynamicScopes: {
      shops: {
        resourceTypes: ["Microsoft.HybridCompute/machines"],
        resourceGroups: Array.from({ length: 50 }, (_, index) => `shop-${index + 1}`),
      },
    },
  });
}
