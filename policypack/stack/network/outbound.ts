import { defaultOutboundAccess } from "../../../facts/network";
import { parseArmId } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt, everyOf, findOf, firstOf, someOf } from "../three-valued";
import { agreed } from "./agreement";
import type { Resources } from "./flow";
import { meantBy } from "./linked";
import type { NetworkInterface } from "./network-interface";
import { natGateway, type Subnet } from "./subnet";

const loadBalancer = { type: "network:LoadBalancer", nameProperty: "loadBalancerName" };

/**
 * Whether a machine gets out to the Internet by something that its owner gave it, where its routes take it there. Throws
 * {@link NotKnown} where it may.
 */
export function hasExplicitWayOut(networkInterface: NetworkInterface, subnet: Subnet, stack: Resources): boolean {
  return someOf(
    [
      () => isLetOutByNatGateway(subnet, stack),
      () => networkInterface.hasPublicAddress,
      () => isLetOutByLoadBalancer(networkInterface, stack),
    ],
    (isOut) => isOut(),
  );
}

/** Whether the subnet has a NAT gateway with an address; one outside this stack is taken to have what it is there for. */
function isLetOutByNatGateway(subnet: Subnet, stack: Resources): boolean {
  if (!subnet.hasNatGateway) return false;
  const gateways = attempt(() => subnet.natGateways);
  if (gateways instanceof NotKnown) return true;
  const ambiguous = () => new NotKnown("natGateway", `of ${subnet.name} may be any of several NAT gateways`);
  return agreed(
    gateways,
    (gateway) => hasAddress(gateway, stack),
    (one, other) => one === other,
    ambiguous,
  );
}

/** Whether a NAT gateway has a public IP address or prefix, by its own properties or by theirs. */
function hasAddress(gateway: StackResource, stack: Resources): boolean {
  const { settings } = gateway;
  return someOf(
    [
      ...["publicIpAddresses", "publicIpPrefixes"].map(
        (list) => () => gateway.quoted(() => settings.objects(list)).length > 0,
      ),
      ...stack
        .ofType("network:PublicIPAddress", "network:PublicIPPrefix")
        .filter((each) => each.settings.has("natGateway"))
        .map((each) => () => meantBy(() => idIn(each), each, "natGateway", natGateway, stack).includes(gateway)),
    ],
    (has) => has(),
  );
}

function idIn(address: StackResource): string {
  const id = address.settings.object("natGateway").text("id");
  if (id !== undefined) return id;
  throw new NotKnown("natGateway.id", `of ${address.name} is not given`);
}

/** Whether outbound rules of a load balancer have the pool that the machine is in. */
function isLetOutByLoadBalancer(networkInterface: NetworkInterface, stack: Resources): boolean {
  return someOf(networkInterface.backendPools, (pool) => {
    const balancers = balancersOf(pool, networkInterface, stack);
    const poolName = () => nameOfPool(networkInterface.resource.quoted(() => pool.text("id")));
    return someOf(balancers, (balancer) => hasOutboundRule(balancer, poolName, balancers.length === 1));
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
  if (id === undefined) throw new NotKnown(pool.pathOf("id"), `of ${resource.name} is not given`);
  const balancerId = /^(.*)\/backendAddressPools\/[^/]+$/i.exec(id)?.[1] ?? "";
  return meantBy(() => balancerId, resource, topLevel, loadBalancer, stack);
}

function hasOutboundRule(balancer: StackResource, poolName: () => string | undefined, isCertain: boolean): boolean {
  const { settings } = balancer;
  const rules = balancer.quoted(() => settings.objects("outboundRules"));
  if (rules.length === 0) {
    if (balancer.quoted(() => isInternal(settings) || !mayLoadBalancingRulesLetOut(settings))) return false;
    throw new NotKnown(
      "outboundRules",
      `of ${balancer.name} is not given, and its load balancing rules may let it out`,
    );
  }
  const pools = attempt(() => settings.objects("backendAddressPools"));
  if (isCertain && !(pools instanceof NotKnown) && pools.length <= 1) return true;
  const name = poolName();
  return (
    findOf(rules, (rule) => {
      const named = nameOfPool(balancer.quoted(() => rule.object("backendAddressPool").text("id")));
      return named !== undefined && named === name;
    }) !== undefined
  );
}

/** Whether a load balancer has no public address to let anything out by. */
function isInternal(balancer: Properties): boolean {
  const frontends = balancer.objects("frontendIPConfigurations");
  return frontends.length > 0 && frontends.every((each) => !each.has("publicIPAddress") && !each.has("publicIPPrefix"));
}

/** Azure lets machines out by load balancing rules too, unless these say otherwise; no list of the ways out has it. */
function mayLoadBalancingRulesLetOut(balancer: Properties): boolean {
  return !everyOf(
    ...balancer.objects("loadBalancingRules").map((each) => () => each.boolean("disableOutboundSnat") === true),
  );
}

function nameOfPool(id: string | undefined): string | undefined {
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
