import * as network from "@pulumi/azure-native/network";
import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { applicationRule, filteredSubnet, subnetBehind } from "../firewalls";
import { assign, linuxMachine, resourceGroup, weekly, within } from "../fleet";

const name = "net-fw-linux-fqdns";

function declare(protocolType: string, port: number): void {
  const targetFqdns = ["azure.archive.ubuntu.com", "security.ubuntu.com", "changelogs.ubuntu.com"];
  const subnet = filteredSubnet(name, 50, { ...applicationRule, protocols: [{ protocolType, port }], targetFqdns });
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("Http", 80);
}

export function broken(): void {
  declare("Https", 443);
}

export function component(): void {
  const policy = new network.FirewallPolicy(name, { resourceGroupName: resourceGroup.name });
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sourceAddresses: ["10.50.1.0/24"],
    sources: { linuxDistributions: ["Ubuntu"] },
    firewallPolicy: { firewallPolicyName: policy.name },
  });
  const subnetId = subnetBehind(name, 50, policy).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
