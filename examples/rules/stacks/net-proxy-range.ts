import * as compute from "@pulumi/azure-native/compute";
import { assign, resourceGroup, weekly, windowsMachine } from "../fleet";

const name = "net-proxy-range";
const ofUser = [
  "$settings = 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'",
  "Set-ItemProperty $settings -Name ProxyServer -Value 'proxy.example.com:3128'",
];

function declare(...script: readonly string[]): void {
  const machine = windowsMachine(name);
  new compute.VirtualMachineRunCommandByVirtualMachine(name, {
    resourceGroupName: resourceGroup.name,
    vmName: machine.name,
    source: { script: script.join("\n") },
  });
  assign(name, weekly(name), machine);
}

export function met(): void {
  declare(...ofUser, 'netsh winhttp set proxy proxy-server="proxy.example.com:3128"');
}

export function broken(): void {
  declare(...ofUser);
}
