import * as network from "@pulumi/azure-native/network";
import { MaintenanceSchedule, UpdateNetworkRules, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, storageProfile, weekly, within } from "../fleet";
import { openSubnet } from "../networks";

const name = "net-udr-rhui";
const rhel = { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" };
const rhui = ["52.136.197.163", "20.225.226.182", "52.142.4.99", "20.248.180.252", "20.24.186.80"];

/** A machine that everything is forced through one's own network for, save what has a route of its own. */
function declare(direct: readonly string[]): void {
  const routeTable = new network.RouteTable(name, {
    resourceGroupName: resourceGroup.name,
    routes: [
      { name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualNetworkGateway" },
      ...direct.map((address, index) => ({
        name: `rhui-${index + 1}`,
        addressPrefix: `${address}/32`,
        nextHopType: "Internet",
      })),
    ],
  });
  const networkProfile = within(openSubnet(name, { routeTable: { id: routeTable.id } }), name);
  assign(name, weekly(name), linuxMachine(name, { networkProfile, storageProfile: storageProfile(rhel) }));
}

export function met(): void {
  declare(rhui);
}

export function broken(): void {
  declare(rhui.slice(1));
}

export function component(): void {
  const routeTable = new network.RouteTable(name, { resourceGroupName: resourceGroup.name });
  new network.Route(name, {
    resourceGroupName: resourceGroup.name,
    routeTableName: routeTable.name,
    addressPrefix: "0.0.0.0/0",
    nextHopType: "VirtualNetworkGateway",
  });
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { rhui: true },
    routeTable: { routeTableName: routeTable.name },
  });
  const subnetId = openSubnet(name, { routeTable: { id: routeTable.id } }).id;
  const machine = new UpdateReadyVirtualMachine(name, { ...linux, image: "rhel-9", subnetId });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
