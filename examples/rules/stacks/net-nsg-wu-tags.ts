import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { closedGroup, saturdays, windows } from "../components";
import { assign, resourceGroup, weekly, windowsMachine, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-nsg-wu-tags";
const metadata = { name: "metadata", destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" };
const downloads = {
  name: "downloads",
  destinationAddressPrefix: "AzureFrontDoor.FirstParty",
  destinationPortRange: "80",
};

function declare(...rules: readonly (typeof metadata)[]): void {
  const group = securityGroup(name, ...rules, denyInternet);
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), windowsMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare(metadata, downloads);
}

export function broken(): void {
  declare(metadata);
}

export function component(): void {
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { windowsUpdate: true },
    networkSecurityGroup: { networkSecurityGroupName: group.name },
  });
  const subnetId = openSubnet(name, { networkSecurityGroup: { id: group.id } }).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...windows, subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
