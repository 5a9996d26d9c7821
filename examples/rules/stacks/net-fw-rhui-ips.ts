import { filteredSubnet, networkRule } from "../firewalls";
import { assign, linuxMachine, storageProfile, weekly, within } from "../fleet";

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
