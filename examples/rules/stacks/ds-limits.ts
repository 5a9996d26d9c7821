import * as maintenance from "@pulumi/azure-native/maintenance";
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
