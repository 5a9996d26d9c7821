import * as resources from "@pulumi/azure-native/resources";
import { MaintenanceSchedule, ScheduledPatchingPolicy } from "pulumi-azure-update-manager";
import { saturdays } from "../components";
import { assignPolicy, grant, policies, remediate } from "../fleet";

const name = "pa-remediation";

function prepareNewMachines() {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  const policy = assignPolicy(name, group, policies.setPrerequisites);
  grant(name, policy);
  return { group, policy };
}

export function met(): void {
  const { group, policy } = prepareNewMachines();
  remediate(name, group, policy);
}

export function broken(): void {
  prepareNewMachines();
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new ScheduledPatchingPolicy(name, {
    scope: group.id,
    location: "westeurope",
    maintenanceConfigurationId: new MaintenanceSchedule(name, saturdays).maintenanceConfigurationId,
    remediation: { resourceDiscoveryMode: "ReEvaluateCompliance" },
  });
}
