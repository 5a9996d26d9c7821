import * as resources from "@pulumi/azure-native/resources";
import { PeriodicAssessment } from "pulumi-azure-update-manager";
import { govern, policies } from "../fleet";

const name = "pa-tagvalues-type";

function assess(tagValues: object): void {
  const parameters = { osType: { value: "Linux" }, tagValues: { value: tagValues } };
  govern(name, new resources.ResourceGroup(name, { location: "westeurope" }), policies.configureAssessment, {
    parameters,
  });
}

export function met(): void {
  assess({ environment: "production" });
}

// Azure refuses this assignment when it is deployed; a preview does not ask Azure.
export function broken(): void {
  assess([{ key: "environment", value: "production" }]);
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new PeriodicAssessment(name, {
    scope: group.id,
    location: "westeurope",
    osTypes: ["Linux"],
    tags: { environment: "production" },
  });
}
