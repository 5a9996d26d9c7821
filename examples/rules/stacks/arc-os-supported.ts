import { ArcServer } from "pulumi-azure-update-manager";
import { connect } from "../arc";
import { onboarding } from "../components";
import { resourceGroup } from "../fleet";

const name = "arc-os-supported";

export function met(): void {
  connect(name, "Linux", "Ubuntu 24.04");
}

export function broken(): void {
  connect(name, "Linux", "Ubuntu 14.04");
}

export function component(): void {
  new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    operatingSystem: "Linux",
    onboarding,
    system: "Ubuntu 24.04",
  });
}
