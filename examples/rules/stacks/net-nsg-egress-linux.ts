import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { closedGroup, linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, weekly, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-nsg-egress-linux";

/** The repositories of Ubuntu are reached over port 80. */
function declare(destinationPortRange: string): void {
  const allowed = { name: "allow-web", destinationAddressPrefix: "Internet", destinationPortRange };
  const group = securityGroup(name, allowed, denyInternet);
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("80");
}

export function broken(): void {
  declare("443");
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
