/*
 * Networks for the stacks of rules on Azure Firewall: a subnet for machines, whose way out is a firewall in the same
 * virtual network.
 */
import * as network from "@pulumi/azure-native/network";
import type { input } from "@pulumi/azure-native/types";
import { resourceGroup } from "./fleet";

const resourceGroupName = resourceGroup.name;

type Rule = input.network.ApplicationRuleArgs | input.network.NetworkRuleArgs;

/** An application rule for machines anywhere, and a network rule for them, for TCP. */
export const applicationRule = { ruleType: "ApplicationRule" as const, name: "updates", sourceAddresses: ["*"] };
export const networkRule = { ...applicationRule, ruleType: "NetworkRule" as const, ipProtocols: ["TCP"] };

/** A subnet, in a network of its own with the given second octet, behind a firewall that allows what its rules match. */
export function filteredSubnet(name: string, octet: number, ...rules: readonly Rule[]): network.Subnet {
  return subnetBehind(name, octet, firewallPolicy(name, rules));
}

/** A subnet, in a network of its own with the given second octet, behind a firewall that allows what its policy does. */
export function subnetBehind(name: string, octet: number, policy: network.FirewallPolicy): network.Subnet {
  const virtualNetwork = new network.VirtualNetwork(name, {
    resourceGroupName,
    addressSpace: { addressPrefixes: [`10.${octet}.0.0/16`] },
  });
  firewall(name, virtualNetwork, `10.${octet}.0.0/26`, policy);
  const routeTable = new network.RouteTable(name, {
    resourceGroupName,
    routes: [
      {
        name: "default",
        addressPrefix: "0.0.0.0/0",
        nextHopType: "VirtualAppliance",
        // The first address that Azure leaves free in the subnet of the firewall.
        nextHopIpAddress: `10.${octet}.0.4`,
      },
    ],
  });
  return new network.Subnet(name, {
    resourceGroupName,
    virtualNetworkName: virtualNetwork.name,
    addressPrefix: `10.${octet}.1.0/24`,
    defaultOutboundAccess: false,
    routeTable: { id: routeTable.id },
  });
}

function firewall(
  name: string,
  virtualNetwork: network.VirtualNetwork,
  addressPrefix: string,
  policy: network.FirewallPolicy,
): void {
  const subnet = new network.Subnet(`${name}-firewall`, {
    resourceGroupName,
    virtualNetworkName: virtualNetwork.name,
    subnetName: "AzureFirewallSubnet",
    addressPrefix,
  });
  const address = new network.PublicIPAddress(name, {
    resourceGroupName,
    sku: { name: "Standard" },
    publicIPAllocationMethod: "Static",
  });
  new network.AzureFirewall(name, {
    resourceGroupName,
    sku: { name: "AZFW_VNet", tier: "Standard" },
    ipConfigurations: [{ name: "ipconfig", subnet: { id: subnet.id }, publicIPAddress: { id: address.id } }],
    firewallPolicy: { id: policy.id },
  });
}

function firewallPolicy(name: string, rules: readonly Rule[]): network.FirewallPolicy {
  const policy = new network.FirewallPolicy(name, { resourceGroupName });
  if (rules.length > 0) {
    new network.FirewallPolicyRuleCollectionGroup(name, {
      resourceGroupName,
      firewallPolicyName: policy.name,
      priority: 1000,
      ruleCollections: [
        {
          ruleCollectionType: "FirewallPolicyFilterRuleCollection",
          name: "updates",
          priority: 1000,
          action: { type: "Allow" },
          rules: [...rules],
        },
      ],
    });
  }
  return policy;
}
