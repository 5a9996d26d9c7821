import * as maintenance from "@pulumi/azure-native/maintenance";
import { resourceGroup, weekly } from "../fleet";

const name = "mc-limit-region";

export function met(): void {
  declare(1);
}

export function broken(): void {
  declare(251);
}

/** As many schedules, each for an Arc-enabled server of its own. */
function declare(schedules: number): void {
  for (let index = 1; index <= schedules; index++) {
    const each = index === schedules ? name : `${name}-${index}`;
    new maintenance.ConfigurationAssignment(each, {
      resourceGroupName: resourceGroup.name,
      location: "northeurope",
      providerName: "Microsoft.HybridCompute",
      resourceType: "machines",
      resourceName: each,
      maintenanceConfigurationId: weekly(each, { location: "northeurope" }).id,
    });
  }
}
