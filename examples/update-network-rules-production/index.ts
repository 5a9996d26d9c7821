import {
  AzureFirewall,
  FirewallPolicy,
  NetworkSecurityGroup,
  PublicIPAddress,
  Route,
  RouteTable,
  SecurityRule,
  Subnet,
  VirtualNetwork,
} from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { UpdateNetworkRules } from "pulumi-azure-update-manager";

const tags = { environment: "production" };
const resourceGroup = new ResourceGroup("patching", { tags });
const resourceGroupName = resourceGroup.name;
const machinePrefix = "10.0.1.0/24";

// A firewall that everything bound for the Internet passes.
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  tags,
});
const firewallSubnet = new Subnet("AzureFirewallSubnet", {
  resourceGroupName,
  virtualNetworkName: network.name,
  subnetName: "AzureFirewallSubnet",
  addressPrefix: "10.0.0.0/26",
});
const firewallAddress = new PublicIPAddress("firewall", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
  tags,
});
const firewallPolicy = new FirewallPolicy("egress", { resourceGroupName, sku: { tier: "Standard" }, tags });
const firewall = new AzureFirewall("egress", {
  resourceGroupName,
  sku: { name: "AZFW_VNet", tier: "Standard" },
  firewallPolicy: { id: firewallPolicy.id },
  ipConfigurations: [
    { name: "primary", subnet: { id: firewallSubnet.id }, publicIPAddress: { id: firewallAddress.id } },
  ],
  tags,
});

// Machines reach nothing that is not allowed, and the Internet through the firewall alone.
const securityGroup = new NetworkSecurityGroup("machines", { resourceGroupName, tags });
const denyOutbound = { name: "deny-outbound", priority: 4000, access: "Deny" };
new SecurityRule("deny-outbound", {
  resourceGroupName,
  networkSecurityGroupName: securityGroup.name,
  securityRuleName: denyOutbound.name,
  priority: denyOutbound.priority,
  access: denyOutbound.access,
  direction: "Outbound",
  protocol: "*",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "*",
});
const routeTable = new RouteTable("machines", { resourceGroupName, disableBgpRoutePropagation: true, tags });
new Route("default", {
  resourceGroupName,
  routeTableName: routeTable.name,
  addressPrefix: "0.0.0.0/0",
  nextHopType: "VirtualAppliance",
  nextHopIpAddress: firewall.ipConfigurations.apply((configurations) => configurations?.[0]?.privateIPAddress),
});

const updates = new UpdateNetworkRules("updates", {
  resourceGroupName,
  sourceAddresses: [machinePrefix],
  sources: {
    windowsUpdate: true,
    microsoftUpdate: true,
    rhui: true,
    privateRepositories: [{ name: "satellite", fqdns: ["satellite.example.com"], addresses: ["10.0.2.4"] }],
  },
  networkSecurityGroup: {
    networkSecurityGroupName: securityGroup.name,
    existingRules: [denyOutbound],
  },
  firewallPolicy: { firewallPolicyName: firewallPolicy.name },
  // RHUI answers addresses of Azure alone, and is reached past the firewall: the NAT gateway is its way out.
  routeTable: { routeTableName: routeTable.name },
  natGateway: {},
  tags,
});

const machines = new Subnet(
  "machines",
  {
    resourceGroupName,
    virtualNetworkName: network.name,
    addressPrefix: machinePrefix,
    defaultOutboundAccess: false,
    networkSecurityGroup: { id: securityGroup.id },
    routeTable: { id: routeTable.id },
    natGateway: { id: updates.natGatewayId },
  },
  // Azure changes one subnet of a network at a time.
  { dependsOn: firewallSubnet },
);

export const subnetId = machines.id;
export const outboundIpAddresses = [firewallAddress.ipAddress, updates.outboundIpAddress];
export const wayToUpdates = updates.describe();
