import { defaultOutboundAccess } from "../../../facts/network";
import { parseArmId } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt, findOf, firstOf, someOf } from "../three-valued";
import { agreed, isAlike } from "./agreement";
import { outwardDefaultRoute } from "./default-route";
import type { Resources } from "./flow";
import { meantBy } from "./linked";
import type { NetworkInterface } from "./network-interface";
import type { Subnet } from "./subnet";

const loadBalancer = { type: "network:LoadBalancer", nameProperty: "loadBalancerName" };

/**
 * The way out to the Internet that a machine has by something that its owner gave it, in words; `undefined` where it has
 * none. Throws {@link NotKnown} where it may have one.
 */
export function explicitWayOut(
  networkInterface: NetworkInterface,
  subnet: Subnet,
  stack: Resources,
): string | undefined {
  return firstOf(
    () => (subnet.hasNatGateway ? "a NAT gateway on its subnet" : undefined),
    () => (networkInterface.hasPublicAddress ? "a public IP address of its own" : undefined),
    () => (isLetOutByLoadBalancer(networkInterface, stack) ? "outbound rules of a load balancer" : undefined),
    () => (hasDefaultRouteOut(subnet, stack) ? "a default route to a firewall or gateway" : undefined),
  );
}

function hasDefaultRouteOut(subnet: Subnet, stack: Resources): boolean {
  const tables = subnet.routeTables;
  if (tables.length === 0) return false;
  const ambiguous = () => new NotKnown("routeTable", `of ${subnet.name} may be any of several route tables`);
  return agreed(tables, (each) => outwardDefaultRoute(each, stack), isAlike, ambiguous) !== undefined;
}

/** Whether outbound rules of a load balancer have the pool that the machine is in. */
function isLetOutByLoadBalancer(networkInterface: NetworkInterface, stack: Resources): boolean {
  return someOf(networkInterface.backendPools, (pool) => {
    const balancers = balancersOf(pool, networkInterface, stack);
    return someOf(balancers, (balancer) => hasOutboundRule(balancer, pool, balancers.length === 1));
  });
}

function balancersOf(
  pool: Properties,
  { resource, part }: NetworkInterface,
  stack: Resources,
): readonly StackResource[] {
  const topLevel = part.topLevel("ipConfigurations");
  const id = attempt(() => pool.text("id"));
  if (id instanceof NotKnown) {
    const pools = resource.sourcesOf(topLevel, "network:LoadBalancerBackendAddressPool");
    const ofPools = pools.flatMap((each) => each.sourcesOf("loadBalancerName", loadBalancer.type));
    const sources = [...new Set([...resource.sourcesOf(topLevel, loadBalancer.type), ...ofPools])];
    if (sources.length > 0) return sources;
    throw new NotKnown(id.property, `of ${resource.name} ${id.because}`);
  }
  const balancerId = /^(.*)\/backendAddressPools\/[^/]+$/i.exec(id ?? "")?.[1] ?? "";
  return meantBy(() => balancerId, resource, topLevel, loadBalancer, stack);
}

function hasOutboundRule(balancer: StackResource, pool: Properties, isCertain: boolean): boolean {
  const { settings } = balancer;
  const rules = balancer.quoted(() => settings.objects("outboundRules"));
  if (rules.length === 0) {
    // Azure lets machines out by load balancing rules too, unless these say otherwise; no list of the ways out has it.
    if (balancer.quoted(() => settings.objects("loadBalancingRules")).length === 0) return false;
    throw new NotKnown(
      "outboundRules",
      `of ${balancer.name} is not given, and its load balancing rules may let it out`,
    );
  }
  const pools = attempt(() => settings.objects("backendAddressPools"));
  if (isCertain && !(pools instanceof NotKnown) && pools.length <= 1) return true;
  const name = poolName(balancer.quoted(() => pool.text("id")));
  return (
    findOf(rules, (rule) => {
      const named = poolName(balancer.quoted(() => rule.object("backendAddressPool").text("id")));
      return named !== undefined && named === name;
    }) !== undefined
  );
}

function poolName(id: string | undefined): string | undefined {
  return parseArmId(id ?? "")
    ?.names.at(-1)
    ?.toLowerCase();
}

/** Whether a machine gets out without any way of its own, by Azure's default outbound access. Throws {@link NotKnown} where nothing tells. */
export function hasDefaultOutboundAccess(
  machine: StackResource,
  networkInterface: NetworkInterface,
  subnet: Subnet,
): boolean {
  const isPrivate = firstOf(
    () => (machine.settings.object("virtualMachineScaleSet").exist ? true : undefined),
    () => (isPrivateSubnet(subnet) ? true : undefined),
  );
  if (isPrivate) return false;
  if (networkInterface.backendPools.length === 0) return true;
  const because = `of ${networkInterface.resource.name} has a load balancer without outbound rules, by which a machine may lose its default way out`;
  throw new NotKnown("ipConfigurations", because);
}

function isPrivateSubnet(subnet: Subnet): boolean {
  const access =
    subnet.defaultOutboundAccess ?? (subnet.isDeployed ? subnet.deployedOutboundAccess : byVersion(subnet));
  if (access !== undefined) return !access;
  const because = `of subnet ${subnet.name} is not given, which leaves it to Azure whether machines get out`;
  throw new NotKnown(subnet.pathOf("defaultOutboundAccess"), because);
}

/** What the API version makes of a subnet that is new and does not say; `undefined` where nothing tells. */
function byVersion(subnet: Subnet): boolean | undefined {
  const { resource } = subnet.virtualNetwork;
  const { apiVersion } = subnet.resource;
  if (apiVersion === undefined) return undefined;
  const isOld = apiVersion.slice(0, 10) < defaultOutboundAccess.falseByDefaultSince.apiVersion;
  if (isOld) return true;
  // A virtual network that exists already keeps what its subnets had.
  const isNew = resource !== undefined && typeof attempt(() => resource.outputs.text("id")) !== "string";
  return isNew ? false : undefined;
}
