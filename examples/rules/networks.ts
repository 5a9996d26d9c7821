/*
 * Networks for the stacks of rules on networks: without default outbound access, so that each stack shows by which way its
 * machine gets out, or fails to.
 */
import * as network from "@pulumi/azure-native/network";
import type { input } from "@pulumi/azure-native/types";
import { resourceGroup } from "./fleet";

const resourceGroupName = resourceGroup.name;

/** A way out for subnets. */
export function natGateway(name: string): network.NatGateway {
  const address = new network.PublicIPAddress(name, {
    resourceGroupName,
    sku: { name: "Standard" },
    publicIPAllocationMethod: "Static",
  });
  return new network.NatGateway(name, {
    resourceGroupName,
    sku: { name: "Standard" },
    publicIpAddresses: [{ id: address.id }],
  });
}

/** A subnet in a network of its own, without default outbound access; `change` replaces whole arguments. */
export function subnet(name: string, change: Partial<network.SubnetArgs> = {}): network.Subnet {
  const virtualNetwork = new network.VirtualNetwork(name, {
    resourceGroupName,
    addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
  });
  return new network.Subnet(name, {
    resourceGroupName,
    virtualNetworkName: virtualNetwork.name,
    addressPrefix: "10.1.1.0/24",
    defaultOutboundAccess: false,
    ...change,
  });
}

/** A subnet behind a NAT gateway; `change` replaces whole arguments. */
export function openSubnet(name: string, change: Partial<network.SubnetArgs> = {}): network.Subnet {
  return subnet(name, { natGateway: { id: natGateway(name).id }, ...change });
}

/** A network security group with outbound rules, in their order; what a rule leaves out means anything. */
export function securityGroup(
  name: string,
  ...rules: readonly Partial<input.network.SecurityRuleArgs>[]
): network.NetworkSecurityGroup {
  return new network.NetworkSecurityGroup(name, {
    resourceGroupName,
    securityRules: rules.map((rule, index) => ({
      name: `rule-${index}`,
      priority: 100 + 10 * index,
      direction: "Outbound",
      access: "Allow",
      protocol: "*",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "*",
      ...rule,
    })),
  });
}

/** A rule that denies the Internet to whatever no rule before it allows. */
export const denyInternet = { name: "deny-internet", access: "Deny", destinationAddressPrefix: "Internet" } as const;

/** A route table with a default route. */
export function defaultRoute(name: string, route: Partial<input.network.RouteArgs>): network.RouteTable {
  return new network.RouteTable(name, {
    resourceGroupName,
    routes: [{ name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance", ...route }],
  });
}
