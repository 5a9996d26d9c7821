import { ArcServer } from "pulumi-azure-update-manager";
import { arcServer } from "../arc";
import { onboarding } from "../components";
import { resourceGroup } from "../fleet";

const name = "arc-region";

export function met(): void {
  arcServer(name, { location: "westeurope" });
}

export function broken(): void {
  arcServer(name, { location: "usgovtexas" });
}

export function component(): void {
  new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    operatingSystem: "Linux",
    onboarding,
  });
}
