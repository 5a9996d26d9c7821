import { arcServer, runOn } from "../arc";

const name = "arc-extension-allowlist";
const monitoring = "Microsoft.Azure.Monitor/AzureMonitorLinuxAgent";
const updates = "Microsoft.CPlat.Core/LinuxPatchExtension,Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension";

export function met(): void {
  allow(`${monitoring},${updates}`);
}

export function broken(): void {
  allow(monitoring);
}

function allow(extensions: string): void {
  runOn(name, arcServer(name), `azcmagent config set extensions.allowlist "${extensions}"`);
}
