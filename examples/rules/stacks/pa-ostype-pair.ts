import * as resources from "@pulumi/azure-native/resources";
import { PeriodicAssessment } from "pulumi-azure-update-manager";
import { govern, policies } from "../fleet";

const name = "pa-ostype-pair";

export function met(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  govern(`${name}-windows`, group, policies.configureAssessment, { parameters: { osType: { value: "Windows" } } });
  govern(`${name}-linux`, group, policies.configureAssessment, { parameters: { osType: { value: "Linux" } } });
}

export function broken(): void {
  govern(name, new resources.ResourceGroup(name, { location: "westeurope" }), policies.configureAssessment);
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new PeriodicAssessment(name, { scope: group.id, location: "westeurope", osTypes: ["Windows", "Linux"] });
}
