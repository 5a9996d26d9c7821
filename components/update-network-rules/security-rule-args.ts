import type * as pulumi from "@pulumi/pulumi";

/** A rule that a network security group has already, in the words of ARM. */
export interface ExistingSecurityRuleArgs {
  /** Its name, for messages. Default: none. */
  name?: string;
  /** Its priority. */
  priority: number;
  /** `Inbound` or `Outbound`: rules of different directions may share a priority. Default: `Outbound`. */
  direction?: string;
  /** `Allow` or `Deny`. Default: `Allow`. */
  access?: string;
  /** The protocol. Default: `*`. */
  protocol?: string;
  /** Where it applies to traffic from. Default: `*`, unless `sourceAddressPrefixes` is given. */
  sourceAddressPrefix?: string;
  /** The same, where there are several. Default: none. */
  sourceAddressPrefixes?: string[];
  /** Where to. Default: `*`, unless `destinationAddressPrefixes` is given. */
  destinationAddressPrefix?: string;
  /** The same, where there are several. Default: none. */
  destinationAddressPrefixes?: string[];
  /** The port or ports, such as `443` or `8000-8999`. Default: `*`, unless `destinationPortRanges` is given. */
  destinationPortRange?: string;
  /** The same, where there are several. Default: none. */
  destinationPortRanges?: string[];
}

/** The rules of a network security group. */
export interface NetworkSecurityGroupRulesArgs {
  /**
   * The network security group that gets the rules. It must not be declared with `securityRules` of its own, for each
   * change of it would delete all others. Default: none; the rules are in the output `securityRules` alone, to be
   * given to a group as its `securityRules`.
   */
  networkSecurityGroupName?: pulumi.Input<string>;
  /** Its resource group. Default: `resourceGroupName`. */
  resourceGroupName?: pulumi.Input<string>;
  /** What the names of the rules begin with. Default: the component's name. */
  ruleNamePrefix?: string;
  /**
   * The smallest priority that a rule gets, 100 to 4096. It must be below that of a rule that denies the way out.
   * Default: 1000.
   */
  firstPriority?: number;
  /** The largest, up to 4096. Each rule needs one of every 64. Default: 4096. */
  lastPriority?: number;
  /** The rules that the group has already, and whose priorities are left to them. Default: none. */
  existingRules?: ExistingSecurityRuleArgs[];
  /**
   * Whether the group's rules are read from Azure, in addition to `existingRules`; for a group that exists before the
   * program runs. A rule keeps the priority that it has been deployed with. Default: false.
   */
  readExistingRules?: boolean;
  /** The application security groups that the machines belong to, in place of `sourceAddresses`. Default: none. */
  sourceApplicationSecurityGroupIds?: pulumi.Input<string>[];
  /**
   * Whether sources that neither a service tag nor an address covers, such as the repositories of Ubuntu, are let out
   * to the tag Internet, on ports 80 and 443 as they need: a network security group can't name hosts. Default: false.
   */
  allowInternet?: boolean;
}

/** A rule of a network security group, in the words of ARM. */
export interface UpdateSecurityRule {
  /** The name. */
  name: string;
  /** What it is there for. */
  description: string;
  /** The priority. */
  priority: number;
  /** `Outbound`. */
  direction: string;
  /** `Allow`. */
  access: string;
  /** `Tcp`. */
  protocol: string;
  /** Where the machines are, where that is one address, prefix or tag. */
  sourceAddressPrefix?: string;
  /** Where they are, where there are several. */
  sourceAddressPrefixes?: string[];
  /** The application security groups that they belong to. */
  sourceApplicationSecurityGroups?: UpdateApplicationSecurityGroup[];
  /** `*`. */
  sourcePortRange: string;
  /** The service tag or address, where there is one. */
  destinationAddressPrefix?: string;
  /** The addresses, where there are several. */
  destinationAddressPrefixes?: string[];
  /** The port, where there is one. */
  destinationPortRange?: string;
  /** The ports, where there are several. */
  destinationPortRanges?: string[];
}

/** A reference to an application security group. */
export interface UpdateApplicationSecurityGroup {
  /** Its resource id. */
  id: string;
}
