import type { PropertyMap } from "../property-values";
import type { ResourceManager } from "../resource-manager";
import { listAt, sameId, textAt } from "../values";
import { etag, type Filling } from ".";

/** What the network service fills in. */
export function filledByNetwork(filling: Filling): PropertyMap {
  const { id, given, azure } = filling;
  switch (filling.type.name) {
    case "VirtualNetwork":
      return {
        ...preferring(given, { enableDdosProtection: false, virtualNetworkPeerings: [] }),
        subnets: listAt(given, "subnets").map((subnet) => child(id, "subnets", subnet, subnetDefaults)),
      };
    case "Subnet":
      return preferring(given, subnetDefaults);
    case "NetworkInterface":
      return networkInterface(id, given, azure);
    case "PublicIPAddress":
      return publicIPAddress(given, azure);
    case "NetworkSecurityGroup":
      return {
        securityRules: listAt(given, "securityRules").map((rule) => child(id, "securityRules", rule)),
        defaultSecurityRules: defaultSecurityRules.map((rule) => child(id, "defaultSecurityRules", rule)),
      };
    case "NatGateway":
      return preferring(given, { idleTimeoutInMinutes: 4 });
    case "RouteTable":
      return {
        ...preferring(given, { disableBgpRoutePropagation: false }),
        routes: listAt(given, "routes").map((route) => child(id, "routes", route)),
      };
    case "FirewallPolicy":
      return {
        ...preferring(given, { sku: { tier: "Standard" }, threatIntelMode: "Alert" }),
        childPolicies: [],
        firewalls: [],
        ruleCollectionGroups: [],
      };
    case "AzureFirewall":
      return azureFirewall(id, given, azure);
    default:
      return {};
  }
}

function azureFirewall(id: string, given: PropertyMap, azure: ResourceManager): PropertyMap {
  return {
    ...preferring(given, { sku: { name: "AZFW_VNet", tier: "Standard" }, threatIntelMode: "Alert" }),
    ipConfigurations: listAt(given, "ipConfigurations").map((configuration) => ({
      privateIPAddress: privateIPAddress(id, textAt(configuration, "subnet", "id"), azure),
      ...child(id, "azureFirewallIpConfigurations", configuration),
    })),
  };
}

const subnetDefaults: PropertyMap = {
  delegations: [],
  privateEndpointNetworkPolicies: "Disabled",
  privateLinkServiceNetworkPolicies: "Enabled",
};

function preferring(given: PropertyMap, defaults: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, given[name] ?? value]));
}

/** What is written inside a resource has an id below it. */
function child(id: string, property: string, value: PropertyMap, defaults: PropertyMap = {}): PropertyMap {
  const childId = `${id}/${property}/${String(value.name)}`;
  return { ...defaults, ...value, id: childId, etag: etag(id), provisioningState: "Succeeded" };
}

function networkInterface(id: string, given: PropertyMap, azure: ResourceManager): PropertyMap {
  return {
    ...preferring(given, {
      auxiliaryMode: "None",
      auxiliarySku: "None",
      disableTcpStateTracking: false,
      enableAcceleratedNetworking: false,
      enableIPForwarding: false,
      nicType: "Standard",
    }),
    hostedWorkloads: [],
    tapConfigurations: [],
    vnetEncryptionSupported: false,
    ipConfigurations: listAt(given, "ipConfigurations").map((configuration, index) => ({
      primary: index === 0,
      privateIPAddress: privateIPAddress(id, textAt(configuration, "subnet", "id"), azure),
      privateIPAddressVersion: "IPv4",
      privateIPAllocationMethod: "Dynamic",
      ...child(id, "ipConfigurations", configuration),
      type: "Microsoft.Network/networkInterfaces/ipConfigurations",
    })),
  };
}

/** Azure keeps the first four addresses of a subnet to itself and hands out the next free one. */
function privateIPAddress(id: string, subnetId: string | undefined, azure: ResourceManager): string {
  const subnet = azure.get(subnetId ?? "");
  const prefix = textAt(subnet?.outputs, "addressPrefix") ?? "10.0.0.0/24";
  const neighbours = azure.resources.filter(
    (resource) =>
      resource.type.name === "NetworkInterface" &&
      !sameId(resource.id, id) &&
      listAt(resource.inputs, "ipConfigurations").some((item) => sameId(textAt(item, "subnet", "id"), subnetId)),
  );
  return `${prefix.split(".").slice(0, 3).join(".")}.${4 + neighbours.length}`;
}

function publicIPAddress(given: PropertyMap, azure: ResourceManager): PropertyMap {
  const method = given.publicIPAllocationMethod ?? "Static";
  const others = azure.resources.filter((resource) => resource.type.name === "PublicIPAddress").length;
  return {
    ...preferring(given, { idleTimeoutInMinutes: 4, ipTags: [], publicIPAddressVersion: "IPv4" }),
    publicIPAllocationMethod: method,
    sku: { name: "Standard", tier: "Regional", ...(given.sku as PropertyMap | undefined) },
    // RFC 5737 keeps these addresses for documentation; a dynamic one comes with the first attachment.
    ...(method === "Static" && { ipAddress: textAt(given, "ipAddress") ?? `203.0.113.${1 + others}` }),
  };
}

/** The rules that every network security group ends with (learn.microsoft.com/azure/virtual-network/network-security-groups-overview). */
const defaultSecurityRules: readonly PropertyMap[] = [
  rule("AllowVnetInBound", 65000, "Allow", "Inbound", "VirtualNetwork", "VirtualNetwork"),
  rule("AllowAzureLoadBalancerInBound", 65001, "Allow", "Inbound", "AzureLoadBalancer", "*"),
  rule("DenyAllInBound", 65500, "Deny", "Inbound", "*", "*"),
  rule("AllowVnetOutBound", 65000, "Allow", "Outbound", "VirtualNetwork", "VirtualNetwork"),
  rule("AllowInternetOutBound", 65001, "Allow", "Outbound", "*", "Internet"),
  rule("DenyAllOutBound", 65500, "Deny", "Outbound", "*", "*"),
];

function rule(
  name: string,
  priority: number,
  access: string,
  direction: string,
  sourceAddressPrefix: string,
  destinationAddressPrefix: string,
): PropertyMap {
  const anyPort = { protocol: "*", sourcePortRange: "*", destinationPortRange: "*" };
  return { name, priority, access, direction, sourceAddressPrefix, destinationAddressPrefix, ...anyPort };
}
