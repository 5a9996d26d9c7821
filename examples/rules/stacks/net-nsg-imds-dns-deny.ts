import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { closedGroup, linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, weekly, within } from "../fleet";
import { openSubnet, securityGroup } from "../networks";

const name = "net-nsg-imds-dns-deny";

function declare(access: string): void {
  const group = securityGroup(name, { name: "dns", access, destinationAddressPrefix: "AzurePlatformDNS" });
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("Allow");
}

export function broken(): void {
  declare("Deny");
}

export function component(): void {
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { linuxDistributions: ["Ubuntu"] },
    networkSecurityGroup: { networkSecurityGroupName: group.name, allowInternet: true },
  });
  const subnetId = openSubnet(name, { networkSecurityGroup: { id: group.id } }).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
