import * as compute from "@pulumi/azure-native/compute";
import {
  MaintenanceSchedule,
  UpdateNetworkRules,
  UpdateReadyVirtualMachine,
  WindowsUpdateClient,
} from "pulumi-azure-update-manager";
import { closedGroup, saturdays, windows } from "../components";
import { assign, resourceGroup, weekly, windowsMachine, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-wsus-ports";
const wsus = "192.0.2.8";

/** A machine that asks a WSUS server, in a subnet that lets it out to one port of it. */
function declare(port: string): void {
  const allowed = { name: "allow-wsus", destinationAddressPrefix: wsus, destinationPortRange: port };
  const group = securityGroup(name, allowed, denyInternet);
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  const machine = windowsMachine(name, { networkProfile: within(subnet, name) });
  const policies = "HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";
  new compute.VirtualMachineRunCommandByVirtualMachine(name, {
    resourceGroupName: resourceGroup.name,
    vmName: machine.name,
    source: {
      script: [
        `Set-ItemProperty '${policies}' -Name WUServer -Value 'http://${wsus}:8530'`,
        `Set-ItemProperty '${policies}' -Name WUStatusServer -Value 'http://${wsus}:8530'`,
        `Set-ItemProperty '${policies}\\AU' -Name UseWUServer -Value 1`,
      ].join("\n"),
    },
  });
  assign(name, weekly(name), machine);
}

export function met(): void {
  declare("8530");
}

export function broken(): void {
  declare("443");
}

export function component(): void {
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { wsus: { addresses: [wsus], httpPort: 8530 } },
    networkSecurityGroup: { networkSecurityGroupName: group.name },
  });
  const subnetId = openSubnet(name, { networkSecurityGroup: { id: group.id } }).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...windows, subnetId });
  new WindowsUpdateClient(name, {
    wsus: { serverUrl: `http://${wsus}:8530` },
    virtualMachines: { machine: { id: machine.virtualMachineId } },
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
