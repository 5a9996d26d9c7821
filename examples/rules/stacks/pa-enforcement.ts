import * as resources from "@pulumi/azure-native/resources";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
import { govern, policies } from "../fleet";

const name = "pa-enforcement";

function prepareMachines(enforcementMode: string): void {
  govern(name, new resources.ResourceGroup(name, { location: "westeurope" }), policies.setPrerequisites, {
    enforcementMode,
  });
}

export function met(): void {
  prepareMachines("Default");
}

export function broken(): void {
  prepareMachines("DoNotEnforce");
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new ScheduledPatchingPolicy(name, {
    scope: group.id,
    location: "westeurope",
    maintenanceConfigurationId: new MaintenanceSchedule(name, saturdays).maintenanceConfigurationId,
    enforcementMode: "Default",
  });
}
