import { ArcServer } from "pulumi-azure-update-manager";
import { arcServer, runOn } from "../arc";
import { onboarding } from "../components";
import { resourceGroup } from "../fleet";

const name = "arc-monitor-mode";

export function met(): void {
  runOn(name, arcServer(name), "azcmagent config set config.mode full");
}

export function broken(): void {
  runOn(name, arcServer(name), "azcmagent config set config.mode monitor");
}

export function component(): void {
  new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    operatingSystem: "Linux",
    onboarding,
  });
}
