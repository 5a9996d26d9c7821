import type * as pulumi from "@pulumi/pulumi";

/** A group of rule collections of a firewall policy. */
export interface FirewallPolicyRulesArgs {
  /** The firewall policy that gets the rules. */
  firewallPolicyName: pulumi.Input<string>;
  /** Its resource group. Default: `resourceGroupName`. */
  resourceGroupName?: pulumi.Input<string>;
  /** The name of the group of rule collections. Default: the component's name. */
  ruleCollectionGroupName?: pulumi.Input<string>;
  /** The priority of the group, 100 to 65000. Default: the first from 1000 on that is not in `existingPriorities`. */
  priority?: number;
  /** The priorities of the groups that the policy has already. Default: none. */
  existingPriorities?: number[];
}

/**
 * Rule collections of a firewall without a policy ("classic" rules). They are part of the firewall's own declaration:
 * the component has them in its outputs `applicationRuleCollections` and `networkRuleCollections`.
 */
export interface AzureFirewallRulesArgs {
  /** The priority of each collection, 100 to 65000. Default: the first from 1000 on that is not in `existingPriorities`. */
  priority?: number;
  /** The priorities of the collections that the firewall has already. Default: none. */
  existingPriorities?: number[];
  /** What the names of the collections begin with. Default: the component's name. */
  collectionNamePrefix?: string;
}

/** A protocol and port of an application rule. */
export interface UpdateApplicationProtocol {
  /** `Http` or `Https`. */
  protocolType: string;
  /** The port. */
  port: number;
}

/** An application rule of Azure Firewall: by host names or by an FQDN tag. */
export interface UpdateApplicationRule {
  /** The name. */
  name: string;
  /** What it is there for. */
  description: string;
  /** Where the machines are. */
  sourceAddresses?: string[];
  /** The IP groups that they are in. */
  sourceIpGroups?: string[];
  /** What is spoken, on which ports. */
  protocols: UpdateApplicationProtocol[];
  /** The host names; a leading `*.` stands for any name below. */
  targetFqdns?: string[];
  /** The FQDN tags, in place of names. */
  fqdnTags?: string[];
}

/** A network rule of Azure Firewall: by addresses. */
export interface UpdateNetworkRule {
  /** The name. */
  name: string;
  /** What it is there for. */
  description: string;
  /** Where the machines are. */
  sourceAddresses?: string[];
  /** The IP groups that they are in. */
  sourceIpGroups?: string[];
  /** `TCP`. */
  protocols: string[];
  /** The addresses. */
  destinationAddresses: string[];
  /** The ports. */
  destinationPorts: string[];
}

/** What a collection of rules does with what matches. */
export interface UpdateRuleCollectionAction {
  /** `Allow`. */
  type: string;
}

/** A collection of application rules. */
export interface UpdateApplicationRuleCollection {
  /** The name. */
  name: string;
  /** The priority. */
  priority: number;
  /** What it does. */
  action: UpdateRuleCollectionAction;
  /** Its rules. */
  rules: UpdateApplicationRule[];
}

/** A collection of network rules. */
export interface UpdateNetworkRuleCollection {
  /** The name. */
  name: string;
  /** The priority. */
  priority: number;
  /** What it does. */
  action: UpdateRuleCollectionAction;
  /** Its rules. */
  rules: UpdateNetworkRule[];
}
