import * as resources from "@pulumi/azure-native/resources";
import { PeriodicAssessment } from "pulumi-azure-update-manager";
import { arcServer } from "../arc";

const name = "arc-assessment";

export function met(): void {
  arcServer(name, { osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } } });
}

export function broken(): void {
  arcServer(name, { osProfile: { linuxConfiguration: { assessmentMode: "ImageDefault" } } });
}

export function component(): void {
  new PeriodicAssessment(name, {
    scope: new resources.ResourceGroup(name, { location: "westeurope" }).id,
    location: "westeurope",
    resourceTypes: ["Microsoft.HybridCompute/machines"],
  });
}
