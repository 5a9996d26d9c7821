import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { closedGroup, linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, storageProfile, weekly, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-suse-region-servers";
const sles = { publisher: "SUSE", offer: "sles-15-sp5", sku: "gen2", version: "latest" };
/** In place of the addresses that `pint microsoft servers --json --region westeurope` prints. */
const servers = ["20.0.0.1", "20.0.0.2", "20.0.0.3", "20.0.0.4", "20.0.0.5"];

function declare(destinationAddressPrefixes: string[]): void {
  const group = securityGroup(
    name,
    {
      name: "allow-suse",
      destinationAddressPrefix: "",
      destinationAddressPrefixes,
      destinationPortRange: "",
      destinationPortRanges: ["80", "443"],
    },
    denyInternet,
  );
  const networkProfile = within(openSubnet(name, { networkSecurityGroup: { id: group.id } }), name);
  assign(name, weekly(name), linuxMachine(name, { networkProfile, storageProfile: storageProfile(sles) }));
}

export function met(): void {
  declare(servers);
}

export function broken(): void {
  declare(servers.slice(3));
}

export function component(): void {
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { suse: { addresses: servers } },
    networkSecurityGroup: { networkSecurityGroupName: group.name },
  });
  const subnetId = openSubnet(name, { networkSecurityGroup: { id: group.id } }).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "sles-15-sp5", subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
