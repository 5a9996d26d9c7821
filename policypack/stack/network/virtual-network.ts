import { parseArmId, sameName } from "../arm-id";
import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { privatePrefixes } from "./addresses";
import type { Resources } from "./flow";

/** What joins a virtual network to others, with the inputs that name the network or a subnet of it. */
const joints: Readonly<Record<string, readonly string[]>> = {
  "network:VirtualNetworkPeering": ["virtualNetworkName", "remoteVirtualNetwork"],
  "network:HubVirtualNetworkConnection": ["remoteVirtualNetwork"],
  "network:VirtualNetworkGateway": ["ipConfigurations"],
};

/** The virtual network of a machine. */
export class VirtualNetwork {
  constructor(
    /** `undefined` where it is not part of this stack. */
    readonly resource: StackResource | undefined,
    private readonly stack: Resources,
    /** The subnet by which it is known; without one, the network itself. */
    private readonly knownBy: StackResource | undefined = resource,
  ) {}

  /** Its address prefixes. Throws {@link NotKnown} where they are not known. */
  get prefixes(): readonly string[] {
    const { resource } = this;
    if (resource === undefined) throw this.outside();
    const prefixes = resource.quoted(() => resource.settings.object("addressSpace").texts("addressPrefixes"));
    if (prefixes.length > 0) return prefixes;
    throw new NotKnown("addressSpace.addressPrefixes", `of ${resource.name} is not given`);
  }

  /** Prefixes that may be joined to it, as far as this stack tells: none, or any private address. */
  get joined(): readonly string[] {
    return this.resource === undefined || this.joints.length > 0 ? privatePrefixes : [];
  }

  /** Whether its machines ask DNS servers of one's own. Throws {@link NotKnown} where that is not known. */
  get hasDnsServers(): boolean {
    const { resource } = this;
    if (resource === undefined) throw this.outside();
    return resource.quoted(() => resource.settings.object("dhcpOptions").textsApart("dnsServers")).length > 0;
  }

  /** What may bring its subnets a default route, such as a gateway; `undefined` where nothing in this stack does. */
  get gateway(): StackResource | undefined {
    return this.joints.find((joint) => {
      if (joint.type !== "network:VirtualNetworkPeering") return true;
      if (!this.isNamedBy(joint, "virtualNetworkName")) return false;
      return attempt(() => joint.settings.boolean("useRemoteGateways") ?? false) !== false;
    });
  }

  /** Why nothing is known of a network that is not part of this stack. */
  outside(): NotKnown {
    const because = "names a virtual network outside this stack";
    return new NotKnown(
      "virtualNetworkName",
      this.knownBy === undefined ? because : `of ${this.knownBy.name} ${because}`,
    );
  }

  /** What joins it to other networks, or may. */
  private get joints(): readonly StackResource[] {
    return this.stack
      .ofType(...Object.keys(joints))
      .filter((each) => (joints[each.type] ?? []).some((property) => this.isNamedBy(each, property)));
  }

  /** Whether a property names the network or a subnet of it; true as well where nothing tells which one it names. */
  private isNamedBy(joint: StackResource, property: string): boolean {
    const sources = joint.sourcesOf(property, "network:VirtualNetwork", "network:Subnet");
    if (sources.length > 0) return sources.some((each) => this.isOrHas(each));
    const name = attempt(() => this.resource?.settings.text("virtualNetworkName"));
    const literal = attempt(() =>
      property === "virtualNetworkName"
        ? joint.settings.text(property)
        : parseArmId(joint.settings.object(property).text("id") ?? "")?.names[0],
    );
    return typeof name !== "string" || typeof literal !== "string" || sameName(name, literal);
  }

  private isOrHas(resource: StackResource): boolean {
    const networks = [resource, ...resource.sourcesOf("virtualNetworkName", "network:VirtualNetwork")];
    return networks.some(({ urn }) => urn === this.resource?.urn);
  }
}
