import * as network from "@pulumi/azure-native/network";
import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { filteredSubnet, networkRule, subnetBehind } from "../firewalls";
import { assign, linuxMachine, resourceGroup, storageProfile, weekly, within } from "../fleet";

const name = "net-fw-rhui-ips";
const rhel = { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" };
const rhui = ["52.136.197.163", "20.225.226.182", "52.142.4.99", "20.248.180.252", "20.24.186.80"];

function declare(destinationAddresses: string[]): void {
  const subnet = filteredSubnet(name, 51, { ...networkRule, destinationAddresses, destinationPorts: ["443"] });
  const networkProfile = within(subnet, name);
  assign(name, weekly(name), linuxMachine(name, { networkProfile, storageProfile: storageProfile(rhel) }));
}

export function met(): void {
  declare(rhui);
}

export function broken(): void {
  declare(rhui.slice(1));
}

export function component(): void {
  const policy = new network.FirewallPolicy(name, { resourceGroupName: resourceGroup.name });
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sourceAddresses: ["10.51.1.0/24"],
    sources: { rhui: true },
    firewallPolicy: { firewallPolicyName: policy.name },
  });
  const subnetId = subnetBehind(name, 51, policy).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "rhel-9", subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
