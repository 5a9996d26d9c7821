import * as resources from "@pulumi/azure-native/resources";
import { PeriodicAssessment } from "pulumi-azure-update-manager";
import { assignPolicy, grant, policies, remediate, roles } from "../fleet";

const name = "pa-role";

function assess(roleDefinitionId: string): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  const parameters = { osType: { value: "Linux" } };
  const policy = assignPolicy(name, group, policies.configureAssessment, { parameters });
  grant(name, policy, { roleDefinitionId });
  remediate(name, group, policy);
}

export function met(): void {
  assess(roles.contributor);
}

export function broken(): void {
  assess(roles.virtualMachineContributor);
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new PeriodicAssessment(name, { scope: group.id, location: "westeurope", osTypes: ["Linux"] });
}
