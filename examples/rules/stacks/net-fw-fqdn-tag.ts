import * as network from "@pulumi/azure-native/network";
import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { applicationRule, filteredSubnet, subnetBehind } from "../firewalls";
import { assign, resourceGroup, weekly, windowsMachine, within } from "../fleet";

const name = "net-fw-fqdn-tag";
const protocols = [
  { protocolType: "Http", port: 80 },
  { protocolType: "Https", port: 443 },
];

function declare(names: { readonly fqdnTags?: string[]; readonly targetFqdns?: string[] }): void {
  const subnet = filteredSubnet(name, 49, { ...applicationRule, protocols, ...names });
  assign(name, weekly(name), windowsMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare({ fqdnTags: ["WindowsUpdate"] });
}

export function broken(): void {
  declare({ targetFqdns: ["*.update.microsoft.com"] });
}

export function component(): void {
  const policy = new network.FirewallPolicy(name, { resourceGroupName: resourceGroup.name });
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sourceAddresses: ["10.49.1.0/24"],
    sources: { windowsUpdate: true },
    firewallPolicy: { firewallPolicyName: policy.name },
  });
  const subnetId = subnetBehind(name, 49, policy).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...windows, subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
