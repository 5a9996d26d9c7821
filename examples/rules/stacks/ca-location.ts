import * as maintenance from "@pulumi/azure-native/maintenance";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
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

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, location: "westeurope" });
  new MaintenanceSchedule(name, {
    ...saturdays,
    virtualMachines: { machine: { id: machine.virtualMachineId, location: "westeurope" } },
  });
}
