import { arcServer, runOn } from "../arc";

const name = "arc-extension-blocklist";

export function met(): void {
  block("Microsoft.Azure.Extensions/CustomScript");
}

export function broken(): void {
  block("Microsoft.Azure.Extensions/CustomScript,Microsoft.CPlat.Core/LinuxPatchExtension");
}

function block(extensions: string): void {
  runOn(name, arcServer(name), `azcmagent config set extensions.blocklist "${extensions}"`);
}
