import { ArcServer } from "pulumi-azure-update-manager";
import { arcServer, runOn } from "../arc";
import { onboarding } from "../components";
import { resourceGroup } from "../fleet";

const name = "arc-extension-blocklist";

export function met(): void {
  block("Microsoft.Azure.Extensions/CustomScript");
}

export function broken(): void {
  block("Microsoft.Azure.Extensions/CustomScript,Microsoft.CPlat.Core/LinuxPatchExtension");
}

export function component(): void {
  new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    operatingSystem: "Linux",
    onboarding,
    agent: { blockedExtensions: ["Microsoft.Azure.Extensions/CustomScript"] },
  });
}

function block(extensions: string): void {
  runOn(name, arcServer(name), `azcmagent config set extensions.blocklist "${extensions}"`);
}
