import * as resources from "@pulumi/azure-native/resources";
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
