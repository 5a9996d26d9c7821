import { NatGateway, PublicIPAddress, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const resourceGroup = new ResourceGroup("patching");

// Package repositories are on the Internet: without a way out the machine can be assessed by nobody.
const outboundAddress = new PublicIPAddress("outbound", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});
const natGateway = new NatGateway("outbound", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: outboundAddress.id }],
});
const network = new VirtualNetwork("network", {
  resourceGroupName: resourceGroup.name,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const subnet = new Subnet("machines", {
  resourceGroupName: resourceGroup.name,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  natGateway: { id: natGateway.id },
});

const web = new UpdateReadyVirtualMachine("web", {
  resourceGroupName: resourceGroup.name,
  subnetId: subnet.id,
  image: "ubuntu-24.04",
  sshPublicKeys: [config.require("sshPublicKey")],
});

new MaintenanceSchedule("saturday-night", {
  resourceGroupName: resourceGroup.name,
  // A date that has passed: one computed from today's would give another plan every day.
  startDateTime: "2026-01-10 02:00",
  timeZone: "Europe/Berlin",
  duration: "03:00",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  virtualMachines: { web: { id: web.virtualMachineId } },
});

export const virtualMachineId = web.virtualMachineId;
export const privateIpAddress = web.privateIpAddress;
