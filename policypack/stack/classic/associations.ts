import { NotKnown } from "../properties";
import type { ResourceRecord } from "../resource";
import { type Association, inputsOf, targetsOf } from "./association-target";
import { adaptObject, defineLazily, type Fields, itemsOf, lazyList, prop, reference, usesOf, valueAt } from "./field";
import { firewallApplicationRuleCollection, firewallNetworkRuleCollection } from "./firewall";
import { items as itemsField } from "./list-field";
import { classicType, topsOf } from "./mapping";

function sets(
  classic: string,
  names: string,
  target: string,
  nameProperty: string,
  property: string,
  id: string,
): Association {
  const field = reference(id);
  return { classic, target, names, nameProperty, property, uses: [id], isShared: false, change: field.read };
}

function adds(
  classic: string,
  names: string,
  target: string,
  nameProperty: string,
  property: string,
  fields: Fields,
): Association {
  const change: Association["change"] = (source, before) => {
    const list = before() ?? [];
    if (!Array.isArray(list)) return list;
    return lazyList([...itemsOf(list), () => adaptObject(fields, source)]);
  };
  return { classic, target, names, nameProperty, property, uses: usesOf(fields), isShared: true, change };
}

/** What is added to the IP configurations of a network interface: to the one that is named, or to all of them. */
function addsToConfigurations(classic: string, property: string, id: string, ...more: readonly string[]): Association {
  const change: Association["change"] = (source, before) => {
    const list = before();
    if (!Array.isArray(list)) return list;
    return lazyList(itemsOf(list).map((item) => () => withReference(item(), property, source, id)));
  };
  return {
    classic,
    target: "network:NetworkInterface",
    names: "networkInterfaceId",
    nameProperty: "networkInterfaceName",
    property: "ipConfigurations",
    uses: [id, ...more],
    isShared: true,
    change,
  };
}

function withReference(configuration: unknown, property: string, source: object, id: string): unknown {
  if (typeof configuration !== "object" || configuration === null) return configuration;
  const result = {};
  for (const key of Object.keys(configuration)) {
    defineLazily(result, key, () => Reflect.get(configuration, key));
  }
  defineLazily(result, property, () => {
    const list: unknown = property in configuration ? Reflect.get(configuration, property) : [];
    if (!Array.isArray(list)) return list;
    const wanted = valueAt(source, "ipConfigurationName");
    if (typeof wanted === "string" && wanted !== valueAt(configuration, "name")) return list;
    return lazyList([...itemsOf(list), () => adaptObject({ id: prop(id) }, source)]);
  });
  return result;
}

const subnet = ["network:Subnet", "subnetName"] as const;
const networkInterface = ["network:NetworkInterface", "networkInterfaceName"] as const;
const natGateway = ["network:NatGateway", "natGatewayName"] as const;
const loadBalancer = ["network:LoadBalancer", "loadBalancerName"] as const;
const firewall = ["network:AzureFirewall", "azureFirewallName"] as const;

const outboundRule: Fields = {
  name: prop("name"),
  protocol: prop("protocol"),
  backendAddressPool: reference("backendAddressPoolId"),
  frontendIPConfigurations: itemsField("frontendIpConfigurations", { name: prop("name"), id: prop("id") }),
};

/** In the order in which they are applied. */
export const associations: readonly Association[] = [
  sets(
    "network:SubnetNetworkSecurityGroupAssociation",
    "subnetId",
    ...subnet,
    "networkSecurityGroup",
    "networkSecurityGroupId",
  ),
  sets("network:SubnetRouteTableAssociation", "subnetId", ...subnet, "routeTable", "routeTableId"),
  sets("network:SubnetNatGatewayAssociation", "subnetId", ...subnet, "natGateway", "natGatewayId"),
  sets(
    "network:NetworkInterfaceSecurityGroupAssociation",
    "networkInterfaceId",
    ...networkInterface,
    "networkSecurityGroup",
    "networkSecurityGroupId",
  ),
  addsToConfigurations(
    "network:NetworkInterfaceApplicationSecurityGroupAssociation",
    "applicationSecurityGroups",
    "applicationSecurityGroupId",
  ),
  addsToConfigurations(
    "network:NetworkInterfaceBackendAddressPoolAssociation",
    "loadBalancerBackendAddressPools",
    "backendAddressPoolId",
    "ipConfigurationName",
  ),
  adds("network:NatGatewayPublicIpAssociation", "natGatewayId", ...natGateway, "publicIpAddresses", {
    id: prop("publicIpAddressId"),
  }),
  adds("network:NatGatewayPublicIpPrefixAssociation", "natGatewayId", ...natGateway, "publicIpPrefixes", {
    id: prop("publicIpPrefixId"),
  }),
  adds("lb:OutboundRule", "loadbalancerId", ...loadBalancer, "outboundRules", outboundRule),
  adds("lb:Rule", "loadbalancerId", ...loadBalancer, "loadBalancingRules", {
    name: prop("name"),
    protocol: prop("protocol"),
    disableOutboundSnat: prop("disableOutboundSnat"),
  }),
  adds("lb:BackendAddressPool", "loadbalancerId", ...loadBalancer, "backendAddressPools", {
    name: prop("name"),
    id: prop("id"),
  }),
  adds(
    "network:FirewallApplicationRuleCollection",
    "azureFirewallName",
    ...firewall,
    "applicationRuleCollections",
    firewallApplicationRuleCollection,
  ),
  adds(
    "network:FirewallNetworkRuleCollection",
    "azureFirewallName",
    ...firewall,
    "networkRuleCollections",
    firewallNetworkRuleCollection,
  ),
];

const byType = new Map(associations.map((each) => [each.classic, each]));

/** Whether the classic provider has a resource of its own for a property of a type of azure-native. */
export function isSetByOther(type: string, property: string): boolean {
  return associations.some((each) => each.target === type && each.property === property);
}

/**
 * Applies the associations among the classic records to what they change. One whose target is not known makes its
 * property unknown on every resource that may be the target: absent, it would be taken for one that nobody has set.
 */
export function applyAssociations(
  classic: readonly ResourceRecord[],
  adapted: readonly ResourceRecord[],
): readonly ResourceRecord[] {
  const records = new Map(adapted.map((each) => [each.urn, each]));
  const obscure = (urn: string, association: Association, by: ResourceRecord) => {
    const record = records.get(urn);
    if (record !== undefined) records.set(urn, obscured(record, association, by));
  };
  const open: (() => void)[] = [];
  for (const record of classic) {
    const association = byType.get(classicType(record.type) ?? "");
    if (association === undefined) continue;
    const { sure, possible } = targetsOf(record, association, [...records.values()]);
    const target = sure === undefined ? undefined : records.get(sure.urn);
    if (target !== undefined) records.set(target.urn, changed(target, record, association));
    // Those that are known go first: what they set is set, and nothing else can be.
    else for (const { urn } of possible) open.push(() => obscure(urn, association, record));
  }
  for (const each of open) each();
  return [...records.values()];
}

function changed(target: ResourceRecord, by: ResourceRecord, { property, uses, change }: Association): ResourceRecord {
  const source = inputsOf(by);
  const urns = topsOf(uses).flatMap((top) => by.propertyDependencies[top] ?? []);
  return withProperty(target, property, (before) => change(source, before), urns);
}

function obscured(target: ResourceRecord, association: Association, by: ResourceRecord): ResourceRecord {
  const { property, names, isShared } = association;
  if (!isShared && property in inputsOf(target)) return target;
  return withProperty(
    target,
    property,
    () => {
      throw new NotKnown(property, `may be set by ${by.name}, whose ${names} is known only after deployment`);
    },
    [],
  );
}

function withProperty(
  record: ResourceRecord,
  property: string,
  change: (before: () => unknown) => unknown,
  urns: readonly string[],
): ResourceRecord {
  const apply = (properties: object) => {
    if (Object.keys(properties).length === 0) return properties;
    const result = {};
    for (const key of Object.keys(properties)) defineLazily(result, key, () => Reflect.get(properties, key));
    const before = () => (property in properties ? Reflect.get(properties, property) : undefined);
    defineLazily(result, property, () => change(before));
    return result;
  };
  const sources = [...new Set([...(record.propertyDependencies[property] ?? []), ...urns])];
  return {
    ...record,
    ...(record.inputs !== undefined && { inputs: apply(record.inputs) }),
    outputs: apply(record.outputs),
    propertyDependencies: { ...record.propertyDependencies, ...(sources.length > 0 && { [property]: sources }) },
  };
}
