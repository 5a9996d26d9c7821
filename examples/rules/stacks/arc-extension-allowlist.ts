import { ArcServer } from "pulumi-azure-update-manager";
import { arcServer, runOn } from "../arc";
import { onboarding } from "../components";
import { resourceGroup } from "../fleet";

const name = "arc-extension-allowlist";
const monitoring = "Microsoft.Azure.Monitor/AzureMonitorLinuxAgent";
const updates = "Microsoft.CPlat.Core/LinuxPatchExtension,Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension";

export function met(): void {
  allow(`${monitoring},${updates}`);
}

export function broken(): void {
  allow(monitoring);
}

export function component(): void {
  new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    operatingSystem: "Linux",
    onboarding,
    agent: { allowedExtensions: [monitoring] },
  });
}

function allow(extensions: string): void {
  runOn(name, arcServer(name), `azcmagent config set extensions.allowlist "${extensions}"`);
}
