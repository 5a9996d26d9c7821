import type * as pulumi from "@pulumi/pulumi";
import type { Cloud } from "../../facts/cloud";
import type { AzureFirewallRulesArgs, FirewallPolicyRulesArgs } from "./firewall-args";
import type { NatGatewayArgs } from "./nat-gateway";
import type { ProxyArgs } from "./proxy";
import type { RouteTableRoutesArgs } from "./routes";
import type { NetworkSecurityGroupRulesArgs } from "./security-rule-args";
import type { UpdateSourcesArgs } from "./source-args";

/** The arguments of `UpdateNetworkRules`. */
export interface UpdateNetworkRulesArgs {
  /** Where updates come from. */
  sources: UpdateSourcesArgs;
  /** The cloud that the machines are in. Default: `public`. */
  cloud?: Cloud;
  /**
   * Where the machines are: IPv4 addresses and prefixes; for a network security group also service tags such as
   * `VirtualNetwork`; `*` for anywhere. A firewall behind a proxy needs the proxy's too. Default: `*` for a network
   * security group; a firewall must be told.
   */
  sourceAddresses?: pulumi.Input<string>[];
  /** IP groups that the machines are in, for a firewall. Default: none. */
  sourceIpGroupIds?: pulumi.Input<string>[];
  /** Rules of a network security group. Default: none. */
  networkSecurityGroup?: NetworkSecurityGroupRulesArgs;
  /** Rules of a firewall policy. Default: none. */
  firewallPolicy?: FirewallPolicyRulesArgs;
  /** Rules of a firewall without a policy; `{}` for rules with every default. Default: none. */
  azureFirewall?: AzureFirewallRulesArgs;
  /** Routes that keep RHUI reachable under forced tunnelling. Default: none. */
  routeTable?: RouteTableRoutesArgs;
  /** A NAT gateway; `{}` for one with every default. Attach it to subnets by `natGatewayId`. Default: none. */
  natGateway?: NatGatewayArgs;
  /** A proxy that machines reach public sources through. Default: none. */
  proxy?: ProxyArgs;
  /** The resource group of what is created, unless it is part of something in another. Needed where anything is. */
  resourceGroupName?: pulumi.Input<string>;
  /** The region of the NAT gateway. Default: the provider's `azure-native:location`, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Tags of the NAT gateway and its address; rules and routes have none. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
