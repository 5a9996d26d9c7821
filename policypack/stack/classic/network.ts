import { block, type Field, type Fields, groupInId, nameInId, negated, prop, reference, withDefault } from "./field";
import { items, listOf, onlyReference, references } from "./list-field";
import { common, type Mapping } from "./mapping";

/*
 * Names: the arguments of azurerm_virtual_network, azurerm_subnet, azurerm_network_*, azurerm_route*, azurerm_nat_gateway,
 * azurerm_public_ip and azurerm_lb* in the documents of the Terraform provider for Azure. Lists have names in the plural in
 * Pulumi, whatever they are called in Terraform.
 */

const rule: Fields = {
  access: prop("access"),
  direction: prop("direction"),
  priority: prop("priority"),
  protocol: prop("protocol"),
  sourcePortRange: prop("sourcePortRange"),
  sourcePortRanges: prop("sourcePortRanges"),
  destinationPortRange: prop("destinationPortRange"),
  destinationPortRanges: prop("destinationPortRanges"),
  sourceAddressPrefix: prop("sourceAddressPrefix"),
  sourceAddressPrefixes: prop("sourceAddressPrefixes"),
  destinationAddressPrefix: prop("destinationAddressPrefix"),
  destinationAddressPrefixes: prop("destinationAddressPrefixes"),
};

const route: Fields = {
  addressPrefix: prop("addressPrefix"),
  nextHopType: prop("nextHopType"),
  nextHopIpAddress: prop("nextHopInIpAddress"),
};

const subnet: Fields = {
  addressPrefixes: prop("addressPrefixes"),
  serviceEndpoints: listOf("serviceEndpoints", (service) => ({ service })),
  defaultOutboundAccess: withDefault(prop("defaultOutboundAccessEnabled"), true),
};

const interfaceConfiguration: Fields = {
  name: prop("name"),
  primary: prop("primary"),
  privateIPAddress: prop("privateIpAddress"),
  privateIPAllocationMethod: prop("privateIpAddressAllocation"),
  privateIPAddressVersion: prop("privateIpAddressVersion"),
  subnet: reference("subnetId"),
  publicIPAddress: reference("publicIpAddressId"),
};

const sku: Field = block({ name: prop("sku"), tier: prop("skuTier") });

/** Networks and what is in them. */
export const network: readonly Mapping[] = [
  {
    classic: "network:VirtualNetwork",
    type: "network:VirtualNetwork",
    fields: {
      ...common("virtualNetworkName"),
      addressSpace: block({ addressPrefixes: prop("addressSpaces") }),
      dhcpOptions: block({ dnsServers: prop("dnsServers") }),
      subnets: items("subnets", {
        name: prop("name"),
        id: prop("id"),
        ...subnet,
        // The only prefix that versions before 6 have.
        addressPrefix: prop("addressPrefix"),
        networkSecurityGroup: reference("securityGroup"),
        routeTable: reference("routeTableId"),
      }),
    },
  },
  {
    classic: "network:VirtualNetworkPeering",
    type: "network:VirtualNetworkPeering",
    fields: {
      virtualNetworkPeeringName: prop("name"),
      resourceGroupName: prop("resourceGroupName"),
      virtualNetworkName: prop("virtualNetworkName"),
      remoteVirtualNetwork: reference("remoteVirtualNetworkId"),
      allowForwardedTraffic: prop("allowForwardedTraffic"),
      allowGatewayTransit: prop("allowGatewayTransit"),
      useRemoteGateways: prop("useRemoteGateways"),
    },
  },
  {
    classic: "network:Subnet",
    type: "network:Subnet",
    fields: {
      subnetName: prop("name"),
      resourceGroupName: prop("resourceGroupName"),
      virtualNetworkName: prop("virtualNetworkName"),
      ...subnet,
    },
  },
  {
    classic: "network:NetworkInterface",
    type: "network:NetworkInterface",
    fields: {
      ...common("networkInterfaceName"),
      ipConfigurations: items("ipConfigurations", interfaceConfiguration),
    },
  },
  {
    classic: "network:NetworkSecurityGroup",
    type: "network:NetworkSecurityGroup",
    fields: {
      ...common("networkSecurityGroupName"),
      securityRules: items("securityRules", {
        name: prop("name"),
        ...rule,
        sourceApplicationSecurityGroups: references("sourceApplicationSecurityGroupIds"),
        destinationApplicationSecurityGroups: references("destinationApplicationSecurityGroupIds"),
      }),
    },
  },
  {
    classic: "network:NetworkSecurityRule",
    type: "network:SecurityRule",
    fields: {
      securityRuleName: prop("name"),
      resourceGroupName: prop("resourceGroupName"),
      networkSecurityGroupName: prop("networkSecurityGroupName"),
      ...rule,
      // Of a rule in its group these are lists; of one on its own they are the id of a single group.
      sourceApplicationSecurityGroups: onlyReference("sourceApplicationSecurityGroupIds"),
      destinationApplicationSecurityGroups: onlyReference("destinationApplicationSecurityGroupIds"),
    },
  },
  {
    classic: "network:ApplicationSecurityGroup",
    type: "network:ApplicationSecurityGroup",
    fields: common("applicationSecurityGroupName"),
  },
  {
    classic: "network:RouteTable",
    type: "network:RouteTable",
    fields: {
      ...common("routeTableName"),
      routes: items("routes", { name: prop("name"), ...route }),
      // What was asked as `disable...` first is asked as `...Enabled` now.
      disableBgpRoutePropagation: negated("bgpRoutePropagationEnabled", "disableBgpRoutePropagation"),
    },
  },
  {
    classic: "network:Route",
    type: "network:Route",
    fields: {
      routeName: prop("name"),
      resourceGroupName: prop("resourceGroupName"),
      routeTableName: prop("routeTableName"),
      ...route,
    },
  },
  {
    classic: "network:NatGateway",
    type: "network:NatGateway",
    fields: {
      ...common("natGatewayName"),
      sku: block({ name: withDefault(prop("skuName"), "Standard") }),
    },
  },
  {
    classic: "network:PublicIp",
    type: "network:PublicIPAddress",
    fields: {
      ...common("publicIpAddressName"),
      sku,
      publicIPAllocationMethod: prop("allocationMethod"),
      publicIPAddressVersion: prop("ipVersion"),
      ipAddress: prop("ipAddress"),
    },
  },
  { classic: "network:PublicIpPrefix", type: "network:PublicIPPrefix", fields: common("publicIpPrefixName") },
  {
    classic: "lb:LoadBalancer",
    type: "network:LoadBalancer",
    fields: {
      ...common("loadBalancerName"),
      sku,
      frontendIPConfigurations: items("frontendIpConfigurations", {
        name: prop("name"),
        id: prop("id"),
        privateIPAddress: prop("privateIpAddress"),
        subnet: reference("subnetId"),
        publicIPAddress: reference("publicIpAddressId"),
        publicIPPrefix: reference("publicIpPrefixId"),
      }),
    },
  },
  {
    classic: "lb:BackendAddressPool",
    type: "network:LoadBalancerBackendAddressPool",
    fields: {
      backendAddressPoolName: prop("name"),
      loadBalancerName: nameInId("loadbalancerId"),
      resourceGroupName: groupInId("loadbalancerId"),
    },
  },
];
