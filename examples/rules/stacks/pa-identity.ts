import * as authorization from "@pulumi/azure-native/authorization";
import * as resources from "@pulumi/azure-native/resources";
import { PeriodicAssessment } from "pulumi-azure-update-manager";
import { govern, policies, remediate } from "../fleet";

const name = "pa-identity";
const parameters = { osType: { value: "Linux" } };

export function met(): void {
  govern(name, new resources.ResourceGroup(name, { location: "westeurope" }), policies.configureAssessment, {
    parameters,
  });
}

// Azure refuses this assignment when it is deployed; a preview does not ask Azure.
export function broken(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  const policy = new authorization.PolicyAssignment(name, {
    scope: group.id,
    policyDefinitionId: policies.configureAssessment,
    location: "westeurope",
    parameters,
  });
  remediate(name, group, policy);
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new PeriodicAssessment(name, { scope: group.id, location: "westeurope", osTypes: ["Linux"] });
}
