import {
  AzureFirewall,
  FirewallPolicy,
  NetworkSecurityGroup,
  PublicIPAddress,
  RouteTable,
  Subnet,
  VirtualNetwork,
} from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { LinuxDistribution, UpdateNetworkRules, UpdateProtocol } from "pulumi-azure-update-manager";

const resourceGroup = new ResourceGroup("patching");
const resourceGroupName = resourceGroup.name;

const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const routeTable = new RouteTable("machines", { resourceGroupName });
const firewallPolicy = new FirewallPolicy("egress", { resourceGroupName, sku: { tier: "Standard" } });

const updates = new UpdateNetworkRules("updates", {
  resourceGroupName,
  cloud: "public",
  sourceAddresses: ["10.0.1.0/24", "10.0.2.0/24"],
  sources: {
    windowsUpdate: true,
    microsoftUpdate: true,
    wsus: { fqdns: ["wsus.example.com"], addresses: ["10.0.3.4"], httpPort: 8530, httpsPort: 8531 },
    rhui: true,
    // What `pint microsoft servers --json --region westeurope` prints; these addresses are for documentation alone.
    suse: { addresses: ["192.0.2.10", "192.0.2.11", "198.51.100.20", "198.51.100.21"], httpsOnly: true },
    linuxDistributions: [
      LinuxDistribution.Ubuntu,
      LinuxDistribution.Debian,
      LinuxDistribution.OracleLinux,
      LinuxDistribution.AlmaLinux,
      LinuxDistribution.RockyLinux,
      LinuxDistribution.AzureLinux,
    ],
    ubuntuPro: true,
    privateRepositories: [
      { name: "satellite", fqdns: ["satellite.example.com"], addresses: ["10.0.3.5"] },
      { name: "mirror", addresses: ["10.0.3.6"], protocol: UpdateProtocol.HTTP, port: 8080 },
    ],
    arc: { installation: true, connection: true, hotpatching: true, extendedSecurityUpdates: true },
  },
  // A group that is declared with its rules takes these among them; see the output `securityRules` below.
  networkSecurityGroup: {
    ruleNamePrefix: "allow",
    firstPriority: 200,
    lastPriority: 3000,
    existingRules: [{ name: "deny-internet", priority: 4000, access: "Deny", destinationAddressPrefix: "Internet" }],
  },
  firewallPolicy: { firewallPolicyName: firewallPolicy.name, existingPriorities: [1000] },
  azureFirewall: { priority: 500, collectionNamePrefix: "updates" },
  routeTable: { routeTableName: routeTable.name, routeNamePrefix: "direct" },
  natGateway: { idleTimeoutInMinutes: 10, zone: "1" },
  proxy: {
    host: "proxy.example.com",
    port: 3128,
    addresses: ["10.0.3.7"],
    bypass: ["*.privatelink.example.com"],
  },
  tags: { team: "platform" },
});

const securityGroup = new NetworkSecurityGroup("machines", {
  resourceGroupName,
  securityRules: updates.securityRules.apply((rules) => [
    ...rules,
    {
      name: "deny-internet",
      priority: 4000,
      direction: "Outbound",
      access: "Deny",
      protocol: "*",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "Internet",
      destinationPortRange: "*",
    },
  ]),
});
const machines = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  networkSecurityGroup: { id: securityGroup.id },
  routeTable: { id: routeTable.id },
  natGateway: { id: updates.natGatewayId },
});

// A firewall without a policy has its rules in its own declaration.
const firewallSubnet = new Subnet(
  "AzureFirewallSubnet",
  {
    resourceGroupName,
    virtualNetworkName: network.name,
    subnetName: "AzureFirewallSubnet",
    addressPrefix: "10.0.0.0/26",
  },
  { dependsOn: machines },
);
const firewallAddress = new PublicIPAddress("firewall", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});
new AzureFirewall("branch", {
  resourceGroupName,
  sku: { name: "AZFW_VNet", tier: "Standard" },
  ipConfigurations: [
    { name: "primary", subnet: { id: firewallSubnet.id }, publicIPAddress: { id: firewallAddress.id } },
  ],
  applicationRuleCollections: updates.applicationRuleCollections,
  networkRuleCollections: updates.networkRuleCollections,
});

export const subnetId = machines.id;
export const outboundIpAddress = updates.outboundIpAddress;
export const proxySettings = updates.proxySettings;
export const wayToUpdates = updates.describe();
