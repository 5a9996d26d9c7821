import * as maintenance from "@pulumi/azure-native/maintenance";
import { linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "ca-location";

function assignIn(location: string): void {
  new maintenance.ConfigurationAssignment(name, {
    resourceGroupName: resourceGroup.name,
    location,
    providerName: "Microsoft.Compute",
    resourceType: "virtualMachines",
    resourceName: linuxMachine(name, { location: "westeurope" }).name,
    maintenanceConfigurationId: weekly(name).id,
  });
}

export function met(): void {
  assignIn("westeurope");
}

export function broken(): void {
  assignIn("northeurope");
}
