import { parseArmId, sameName } from "../arm-id";
import { mayBeIn, mayShareSubscription } from "../place";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt, everyOf } from "../three-valued";
import type { Resources } from "./flow";
import { attachedTo, hasAttached, named, type Part, whole, within } from "./part";
import { VirtualNetwork } from "./virtual-network";

/** How NAT gateways are named. */
export const natGateway = { type: "network:NatGateway", nameProperty: "natGatewayName" };

const kinds = {
  securityGroup: { type: "network:NetworkSecurityGroup", nameProperty: "networkSecurityGroupName" },
  routeTable: { type: "network:RouteTable", nameProperty: "routeTableName" },
};

/** A subnet of the stack: a resource, or declared within its virtual network. */
export class Subnet {
  constructor(
    readonly part: Part,
    private readonly stack: Resources,
  ) {}

  /** The resource that declares it. */
  get resource(): StackResource {
    return this.part.resource;
  }

  /** Its name in messages. */
  get name(): string {
    if (this.resource.type === "network:Subnet") return this.resource.name;
    const name = attempt(() => this.part.properties.text("name"));
    return typeof name === "string" ? `${name} of ${this.resource.name}` : `of ${this.resource.name}`;
  }

  /** Path of one of its properties in the resource that declares it. */
  pathOf(property: string): string {
    return this.part.properties.pathOf(property);
  }

  /** The network security groups that it may have; none where it has none. */
  get securityGroups(): readonly StackResource[] {
    return attachedTo(this.part, "networkSecurityGroup", kinds.securityGroup, this.stack);
  }

  /** The route tables that it may have; none where it has none. */
  get routeTables(): readonly StackResource[] {
    return attachedTo(this.part, "routeTable", kinds.routeTable, this.stack);
  }

  get hasNatGateway(): boolean {
    return hasAttached(this.part, "natGateway", natGateway.type);
  }

  /** The NAT gateways that it may have; none where it has none. Throws {@link NotKnown} for one outside this stack. */
  get natGateways(): readonly StackResource[] {
    return attachedTo(this.part, "natGateway", natGateway, this.stack);
  }

  /** What the program says of default outbound access; `undefined` where it leaves that to Azure. */
  get defaultOutboundAccess(): boolean | undefined {
    return this.resource.quoted(() => this.part.properties.boolean("defaultOutboundAccess"));
  }

  /** What Azure made of default outbound access, once the subnet is deployed; `undefined` where nothing tells. */
  get deployedOutboundAccess(): boolean | undefined {
    const deployed = attempt(() => {
      const { outputs } = this.resource;
      if (this.resource.type === "network:Subnet") return outputs.boolean("defaultOutboundAccess");
      const name = this.part.properties.text("name");
      return outputs
        .objects("subnets")
        .find((each) => each.text("name") === name)
        ?.boolean("defaultOutboundAccess");
    });
    return deployed instanceof NotKnown ? undefined : deployed;
  }

  /** Whether it is deployed already, and keeps what it had. */
  get isDeployed(): boolean {
    return typeof attempt(() => this.resource.outputs.text("id")) === "string";
  }

  /** Its IPv4 and IPv6 prefixes. */
  get prefixes(): readonly string[] {
    return this.resource.quoted(() => {
      const { properties } = this.part;
      const several = properties.texts("addressPrefixes");
      const single = properties.text("addressPrefix");
      if (several.length > 0) return several;
      if (single !== undefined) return [single];
      throw new NotKnown(properties.pathOf("addressPrefix"), "is not given");
    });
  }

  get virtualNetwork(): VirtualNetwork {
    if (this.resource.type === "network:VirtualNetwork") return new VirtualNetwork(this.resource, this.stack);
    return new VirtualNetwork(networkOf(this.resource, this.stack), this.stack, this.resource);
  }
}

/**
 * The subnets that an id in an input may mean: the one with that id, else, for an id known only after deployment, those
 * that the top-level input was computed from. Throws {@link NotKnown} where it may mean others.
 */
export function subnetsMeantBy(
  id: () => string,
  owner: StackResource,
  topLevel: string,
  stack: Resources,
): readonly Subnet[] {
  const text = attempt(id);
  if (!(text instanceof NotKnown)) return [subnetWithId(text, owner, topLevel, stack)];
  const subnets = owner.sourcesOf(topLevel, "network:Subnet");
  if (subnets.length > 0) return subnets.map((each) => new Subnet(whole(each), stack));
  const inline = owner.sourcesOf(topLevel, "network:VirtualNetwork").flatMap((each) => subnetsIn(each, stack));
  if (inline.length > 0) return inline;
  throw named(owner, text);
}

function subnetWithId(id: string, owner: StackResource, topLevel: string, stack: Resources): Subnet {
  const {
    names: [networkName = "", subnetName = ""] = [],
    resourceGroupName = "",
    subscriptionId,
  } = parseArmId(id) ?? {};
  const isInGroup = (resource: StackResource) =>
    mayBeIn(subscriptionId, resource) && sameName(resource.settings.text("resourceGroupName") ?? "", resourceGroupName);
  const isMeant = (resource: StackResource) => {
    const own = attempt(() => resource.outputs.text("id"));
    if (typeof own === "string") return sameName(own, id);
    return everyOf(
      () => sameName(nameOfNetwork(resource, stack) ?? "", networkName),
      () => sameName(resource.settings.text("subnetName") ?? "", subnetName),
      () => isInGroup(resource),
    );
  };
  const subnet = stack.ofType("network:Subnet").find((each) => attempt(() => isMeant(each)) === true);
  if (subnet !== undefined) return new Subnet(whole(subnet), stack);
  for (const network of stack.ofType("network:VirtualNetwork")) {
    const isOfNetwork = attempt(() =>
      everyOf(
        () => sameName(network.settings.text("virtualNetworkName") ?? "", networkName),
        () => isInGroup(network),
      ),
    );
    if (isOfNetwork !== true) continue;
    const inline = subnetsIn(network, stack).find(
      ({ part }) => attempt(() => sameName(part.properties.text("name") ?? "", subnetName)) === true,
    );
    if (inline !== undefined) return inline;
  }
  throw new NotKnown(topLevel, `of ${owner.name} names a subnet outside this stack`);
}

function subnetsIn(network: StackResource, stack: Resources): readonly Subnet[] {
  const subnets = attempt<readonly Properties[]>(() => network.settings.objects("subnets"));
  if (subnets instanceof NotKnown) throw named(network, subnets);
  return subnets.map((each) => new Subnet(within(network, "subnets", each), stack));
}

function nameOfNetwork(subnet: StackResource, stack: Resources): string | undefined {
  const text = attempt(() => subnet.settings.text("virtualNetworkName"));
  if (!(text instanceof NotKnown)) return text;
  return networkOf(subnet, stack)?.settings.text("virtualNetworkName");
}

/** The virtual network that a subnet is declared in; `undefined` where it is not part of this stack. */
function networkOf(subnet: StackResource, stack: Resources): StackResource | undefined {
  const [source, another] = subnet.sourcesOf("virtualNetworkName", "network:VirtualNetwork");
  if (source !== undefined) return another === undefined ? source : undefined;
  const name = attempt(() => subnet.settings.text("virtualNetworkName"));
  const group = attempt(() => subnet.settings.text("resourceGroupName"));
  return stack.ofType("network:VirtualNetwork").find((network) => {
    const { settings } = network;
    if (!mayShareSubscription(subnet, network)) return false;
    const [own, ownGroup] = [
      attempt(() => settings.text("virtualNetworkName")),
      attempt(() => settings.text("resourceGroupName")),
    ];
    if (typeof name !== "string" || typeof own !== "string" || !sameName(name, own)) return false;
    return typeof group !== "string" || typeof ownGroup !== "string" || sameName(group, ownGroup);
  });
}
