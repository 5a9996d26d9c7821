import type { StackResource } from "../resource";

/**
 * An outbound connection of a machine. What is a function here is read only where it decides, and throws `NotKnown` where
 * its value is not known.
 */
export interface Flow {
  readonly source: FlowSource;
  readonly protocol: "Tcp" | "Udp";
  readonly port: number;
  /** What is spoken over it, which only a firewall's application rules look at; absent where that is not known. */
  readonly application?: "HTTP" | "HTTPS";
  readonly destination: Destination;
  readonly virtualNetwork: VirtualNetworkSpace;
}

/** Where a connection comes from. */
export interface FlowSource {
  /** IPv4 addresses and prefixes, in one of which the machine's address is: a static one, or those of its subnet. */
  readonly prefixes: () => readonly string[];
  /** The application security groups that the machine's network interface is in. */
  readonly applicationSecurityGroups: () => readonly ApplicationSecurityGroup[];
}

/** An application security group: by its resource where it is part of the stack, else by its ARM id. */
export interface ApplicationSecurityGroup {
  readonly resource?: StackResource;
  readonly id?: string;
}

/** Where a connection goes to. Without an address it goes to a public one that nobody knows. */
export interface Destination {
  /**
   * The host names, one of which the machine asks for; a leading `*.` stands for any name below, another `*` for any
   * characters. To know of each name whether it is reached, ask for one at a time. Empty where the machine asks for an
   * address.
   */
  readonly names: readonly string[];
  /** The IPv4 address, where it is known. */
  readonly address?: string;
  /** Whether an address that is not known may as well be a private one, as of a server of one's own. Default: false. */
  readonly mayBePrivate?: boolean;
  /** The service tags that are documented to have its addresses. Default: none. */
  readonly serviceTags?: readonly string[];
  /** The service tags that are documented not to have them. Default: none. */
  readonly otherServiceTags?: readonly string[];
  /** The FQDN tags of Azure Firewall that are documented to have its names. Default: none. */
  readonly fqdnTags?: readonly string[];
  /** The FQDN tags that are documented not to have its names, beside what the names themselves tell. Default: none. */
  readonly otherFqdnTags?: readonly string[];
}

/** What the service tags `VirtualNetwork` and `Internet` divide the addresses by. */
export interface VirtualNetworkSpace {
  /** Address prefixes of the machine's virtual network. */
  readonly prefixes: () => readonly string[];
  /**
   * Prefixes that may be joined to it, and so may belong to the tag `VirtualNetwork` too: those of peerings, of networks
   * behind a gateway, and of routes of one's own. Where nobody can tell, the private addresses. Default: none.
   */
  readonly beyond?: () => readonly string[];
}

/** The rule that decides on a connection. */
export interface DecidingRule {
  /** Its name, as Azure has it, or that of its resource in the program. */
  readonly name: string;
  /** The resource that it is part of; for a default rule the one that has it. */
  readonly resource: StackResource;
  /** Path of the rule in this resource; `undefined` for a default rule and for one that is a resource of its own. */
  readonly property: string | undefined;
  /** False for a rule that somebody wrote. */
  readonly isDefault: boolean;
  /** The rule in words for a message, for example `security rule "deny-internet" of network security group servers`. */
  readonly description: string;
}

/** What a network security group or a firewall does with a connection, and the rule by which it does. */
export interface Decision {
  readonly access: "Allow" | "Deny";
  /** Where several rules may be the one, all to the same effect, the first of these. */
  readonly rule: DecidingRule;
}

/** The resources of a stack by type, as `Stack` has them. */
export interface Resources {
  ofType(...types: readonly string[]): readonly StackResource[];
}
