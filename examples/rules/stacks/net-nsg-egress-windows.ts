import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { closedGroup, saturdays, windows } from "../components";
import { assign, resourceGroup, weekly, windowsMachine, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-nsg-egress-windows";

/** Downloads of Windows updates come over port 80, their metadata over port 443. */
function declare(...ports: readonly string[]): void {
  const rules = ports.map((port) => ({
    name: `allow-${port}`,
    destinationAddressPrefix: "Internet",
    destinationPortRange: port,
  }));
  const group = securityGroup(name, ...rules, denyInternet);
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), windowsMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("80", "443");
}

export function broken(): void {
  declare("443");
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
