import * as maintenance from "@pulumi/azure-native/maintenance";
import { weekly } from "../fleet";

const name = "wl-aks";

function scope(resourceGroups: string[]): void {
  new maintenance.ConfigurationAssignmentsForSubscription(name, {
    maintenanceConfigurationId: weekly(name).id,
    filter: {
      resourceTypes: ["Microsoft.Compute/virtualMachines"],
      osTypes: ["Linux"],
      locations: ["westeurope"],
      resourceGroups,
      tagSettings: { tags: { patching: ["weekly"] } },
    },
  });
}

export function met(): void {
  scope(["shop-web", "shop-database"]);
}

export function broken(): void {
  scope(["shop-web", "MC_shop_orders_westeurope"]);
}
