import * as resources from "@pulumi/azure-native/resources";
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
