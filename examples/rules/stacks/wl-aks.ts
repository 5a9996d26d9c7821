import * as maintenance from "@pulumi/azure-native/maintenance";
import { MaintenanceSchedule } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
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

export function component(): void {
  new MaintenanceSchedule(name, {
    ...saturdays,
    dynamicScopes: {
      shop: {
        resourceTypes: ["Microsoft.Compute/virtualMachines"],
        osTypes: ["Linux"],
        locations: ["westeurope"],
        resourceGroups: ["shop-web", "shop-database"],
        tags: { patching: ["weekly"] },
      },
    },
  });
}
