import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt, findOf } from "../three-valued";
import type { VirtualMachine } from "../virtual-machine";
import type { ApplicationSecurityGroup, Resources } from "./flow";
import { meantBy } from "./linked";
import { attachedTo, hasAttached, named, type Part, whole, within } from "./part";
import { type Subnet, subnetsMeantBy } from "./subnet";

const kinds = {
  networkInterface: { type: "network:NetworkInterface", nameProperty: "networkInterfaceName" },
  securityGroup: { type: "network:NetworkSecurityGroup", nameProperty: "networkSecurityGroupName" },
  applicationSecurityGroup: {
    type: "network:ApplicationSecurityGroup",
    nameProperty: "applicationSecurityGroupName",
  },
};

/** A network interface: a resource of the stack, or declared within its machine. */
export class NetworkInterface {
  constructor(
    readonly part: Part,
    private readonly stack: Resources,
  ) {}

  get resource(): StackResource {
    return this.part.resource;
  }

  /** Its primary IP configuration, which the machine's own connections start from. */
  get configuration(): Properties {
    const configurations = this.resource.quoted(() => this.part.properties.objects("ipConfigurations"));
    const [first] = configurations;
    if (first === undefined) {
      throw new NotKnown("ipConfigurations", `of ${this.resource.name} has no IP configuration`);
    }
    if (configurations.length === 1) return first;
    return findOf(configurations, (each) => this.resource.quoted(() => each.boolean("primary")) ?? false) ?? first;
  }

  /** The subnets that it may be in: one, but where the graph alone tells and has several. */
  get subnets(): readonly Subnet[] {
    const reference = attempt(() => this.configuration.object("subnet"));
    const id = (): string => {
      if (reference instanceof NotKnown) throw reference;
      const text = reference.text("id");
      if (text !== undefined) return text;
      throw new NotKnown(`${reference.path}.id`, "is not given");
    };
    return subnetsMeantBy(id, this.resource, this.part.topLevel("ipConfigurations"), this.stack);
  }

  /** The network security groups that it may have; none where it has none. */
  get securityGroups(): readonly StackResource[] {
    return attachedTo(this.part, "networkSecurityGroup", kinds.securityGroup, this.stack);
  }

  /** Whether it has a public IP address of its own. */
  get hasPublicAddress(): boolean {
    const { configuration } = this;
    if (configuration.has("publicIPAddressConfiguration")) {
      return hasAttached(this.ofConfiguration(configuration), "publicIPAddressConfiguration", "");
    }
    return hasAttached(this.ofConfiguration(configuration), "publicIPAddress", "network:PublicIPAddress");
  }

  /** The private address that it is given for good; `undefined` where Azure picks one of its subnet. */
  get privateAddress(): string | undefined {
    return this.resource.quoted(() => this.configuration.text("privateIPAddress"));
  }

  get applicationSecurityGroups(): readonly ApplicationSecurityGroup[] {
    return this.resource
      .quoted(() => this.configuration.objects("applicationSecurityGroups"))
      .flatMap((group) => this.groupOf(group));
  }

  /** The backend pools of load balancers that it is in. */
  get backendPools(): readonly Properties[] {
    return this.resource.quoted(() => this.configuration.objects("loadBalancerBackendAddressPools"));
  }

  /** Whether it asks DNS servers of its own. */
  get hasDnsServers(): boolean {
    const servers = this.resource.quoted(() => this.part.properties.object("dnsSettings").textsApart("dnsServers"));
    return servers.length > 0;
  }

  private groupOf(group: Properties): readonly ApplicationSecurityGroup[] {
    const id = attempt(() => group.text("id"));
    const topLevel = this.part.topLevel("ipConfigurations");
    const read = () => {
      if (typeof id === "string") return id;
      throw id ?? new NotKnown(group.pathOf("id"), "is not given");
    };
    const meant = attempt(() => meantBy(read, this.resource, topLevel, kinds.applicationSecurityGroup, this.stack));
    if (meant instanceof NotKnown) {
      if (typeof id === "string") return [{ id }];
      throw meant;
    }
    const [only, another] = meant;
    if (only !== undefined && another === undefined) return [{ resource: only }];
    throw new NotKnown(
      group.pathOf("id"),
      `of ${this.resource.name} may be any of several application security groups`,
    );
  }

  private ofConfiguration(configuration: Properties): Part {
    return within(this.resource, this.part.topLevel("ipConfigurations"), configuration);
  }
}

/** One way in which a machine may be linked to its network: by an interface, and a subnet of it. */
export interface Link {
  readonly networkInterface: NetworkInterface;
  readonly subnet: Subnet;
}

/**
 * The network interfaces of a machine of which one is its primary one, by which it goes out: one, but where the graph
 * alone tells and has several. `undefined` where it declares none. Throws {@link NotKnown} where none of this stack is known to be it.
 */
export function primaryInterfacesOf(
  { resource, settings }: VirtualMachine,
  stack: Resources,
): readonly NetworkInterface[] | undefined {
  const read = attempt(() => {
    const profile = settings.object("networkProfile");
    return {
      configurations: profile.objects("networkInterfaceConfigurations"),
      references: profile.objects("networkInterfaces"),
    };
  });
  if (read instanceof NotKnown)
    return fromGraph(resource, read).map((each) => new NetworkInterface(whole(each), stack));
  const { configurations, references } = read;
  if (configurations.length > 0) {
    return primaryOf(configurations).map(
      (each) => new NetworkInterface(within(resource, "networkProfile", each), stack),
    );
  }
  if (references.length === 0) return undefined;
  return interfacesMeantBy(primaryOf(references), resource, stack);
}

function interfacesMeantBy(
  references: readonly Properties[],
  machine: StackResource,
  stack: Resources,
): readonly NetworkInterface[] {
  const meant = references.flatMap((reference) => {
    const id = () => {
      const text = reference.text("id");
      if (text !== undefined) return text;
      throw new NotKnown(reference.pathOf("id"), "is not given");
    };
    return meantBy(id, machine, "networkProfile", kinds.networkInterface, stack);
  });
  return [...new Set(meant)].map((each) => new NetworkInterface(whole(each), stack));
}

/** The one that says that it is primary, or is alone; all of them where nothing tells. */
function primaryOf(items: readonly Properties[]): readonly Properties[] {
  const primary = attempt(() => findOf(items, (each) => each.boolean("primary") ?? false));
  return primary instanceof NotKnown || primary === undefined ? items : [primary];
}

function fromGraph(machine: StackResource, unknown: NotKnown): readonly StackResource[] {
  const sources = machine.sourcesOf("networkProfile", kinds.networkInterface.type);
  if (sources.length > 0) return sources;
  throw named(machine, unknown);
}
