import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, weekly, within } from "../fleet";
import { openSubnet, subnet } from "../networks";

const name = "net-explicit-outbound";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(openSubnet(name), name) }));
}

export function broken(): void {
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet(name), name) }));
}

export function component(): void {
  const { natGatewayId } = new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { linuxDistributions: ["Ubuntu"] },
    natGateway: {},
  });
  const subnetId = subnet(name, { natGateway: { id: natGatewayId.apply((id) => id ?? "") } }).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
