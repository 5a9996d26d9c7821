import { isIPv4 } from "node:net";
import type * as pulumi from "@pulumi/pulumi";
import type { Cloud } from "../../facts/cloud";
import { cloudOfRegion } from "../../facts/regions";
import { isPlain, type Problems, present } from "../shared/problems";
import { isSkipped } from "../shared/skipping";
import type { UpdateNetworkRulesArgs } from "../update-network-rules/args";
import { designUpdateNetworkRules } from "../update-network-rules/design";
import type { AzureFirewallRulesArgs, FirewallPolicyRulesArgs } from "../update-network-rules/firewall-args";
import type { NatGatewayArgs } from "../update-network-rules/nat-gateway";
import type { ProxyArgs } from "../update-network-rules/proxy";
import type { RouteTableRoutesArgs } from "../update-network-rules/routes";
import type { NetworkSecurityGroupRulesArgs } from "../update-network-rules/security-rule-args";
import type { UpdateSourcesArgs } from "../update-network-rules/source-args";
import type { Fleet } from "./fleet";
import type { FleetMachineArgs } from "./machines";
import { later, type Rehearsal, withoutOutputs } from "./rehearsal";
import { sourcesOf } from "./sources";

const reserved = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";

/** The network of the fleet's machines, and their way to their updates. */
export interface FleetNetworkArgs {
  /** Leaves all of it out; every machine then has a `subnetId` of its own. Default: false. */
  skip?: boolean;
  /** A subnet of one's own in place of the fleet's network. It needs a way out to the sources. Default: none. */
  subnetId?: pulumi.Input<string>;
  /** The addresses of the fleet's virtual network, all of them its one subnet's. Default: `10.0.0.0/24`. */
  addressPrefix?: string;
  /** Where updates come from. Default: the public sources of the machines' images. */
  sources?: UpdateSourcesArgs;
  /** The cloud that the machines are in. Default: that of the fleet's region. */
  cloud?: Cloud;
  /**
   * Rules of a network security group that let machines reach the sources. In the fleet's own network, where `{}` gives
   * them every default, the rest of the Internet is then denied; elsewhere `networkSecurityGroupName` says which group
   * gets them. Default: none; machines reach the whole Internet, and nothing on the Internet reaches them.
   */
  networkSecurityGroup?: NetworkSecurityGroupRulesArgs;
  /** Where the machines are: IPv4 addresses and prefixes, for the rules. Default: as in `UpdateNetworkRules`. */
  sourceAddresses?: pulumi.Input<string>[];
  /** IP groups that the machines are in, for a firewall. With `subnetId` only. Default: none. */
  sourceIpGroupIds?: pulumi.Input<string>[];
  /** Rules of a firewall policy. With `subnetId` only. Default: none. */
  firewallPolicy?: FirewallPolicyRulesArgs;
  /** Rules of a firewall without a policy, in the output `wayToUpdates`. With `subnetId` only. Default: none. */
  azureFirewall?: AzureFirewallRulesArgs;
  /** Routes that keep RHUI reachable under forced tunnelling. With `subnetId` only. Default: none. */
  routeTable?: RouteTableRoutesArgs;
  /** The NAT gateway. Default: one with every default in the fleet's own network; with `subnetId` none. */
  natGateway?: NatGatewayArgs;
  /** A proxy that machines reach public sources through. Default: none. */
  proxy?: ProxyArgs;
}

/** The network as far as it follows from the arguments alone. */
export interface NetworkDesign {
  /** The addresses of the virtual network that the fleet makes; `undefined` where it makes none. */
  readonly addressPrefix: string | undefined;
  /** The subnet that the program gives. */
  readonly subnetId: pulumi.Input<string> | undefined;
  /** Whether the fleet's own group denies what the rules don't allow. */
  readonly deniesInternet: boolean;
  /** The arguments of the rules, with the name of the fleet's own group; `undefined` where no source is known. */
  readonly rules: ((networkSecurityGroupName: pulumi.Input<string>) => UpdateNetworkRulesArgs) | undefined;
}

/** The rule that denies what no other allows. Its priority is the last, so that rules of one's own come before it. */
export const denyInternet = {
  name: "deny-internet",
  priority: 4096,
  direction: "Outbound",
  access: "Deny",
  protocol: "*",
  destinationAddressPrefix: "Internet",
};

/** The network that the arguments ask for; `undefined` where it is skipped. */
export function designNetwork(
  fleet: Fleet,
  args: FleetNetworkArgs,
  machines: Readonly<Record<string, FleetMachineArgs>>,
  rehearsal: Rehearsal,
  problems: Problems,
): NetworkDesign | undefined {
  if (isSkipped("network", args, problems)) return undefined;
  const { subnetId, addressPrefix = "10.0.0.0/24" } = args;
  const needed = Object.values(machines).some((machine) => machine.subnetId === undefined);
  const creates = needed && subnetId === undefined;
  if (subnetId !== undefined && !needed) {
    problems.add(
      "network.subnetId",
      "has no effect, as no machine of the fleet is without one of its own: leave it out.",
    );
  }
  if (creates) checkOwnNetwork(args, addressPrefix, problems);
  else if (args.addressPrefix !== undefined) {
    problems.add("network.addressPrefix", "has no effect where the fleet makes no network: leave it out.");
  }
  const sources = args.sources ?? sourcesOf(machines, problems);
  const rules = sources && ((group: pulumi.Input<string>) => rulesArgs(fleet, { ...args, sources }, creates, group));
  if (rules) {
    const elsewhere = { resourceGroupName: "resourceGroupName", location: "location", tags: "tags" };
    rehearsal.of({ path: "network", elsewhere }, () =>
      designUpdateNetworkRules(fleet.name, withoutOutputs(rules(later()))),
    );
  } else checkNoRules(args, problems);
  return {
    addressPrefix: creates ? addressPrefix : undefined,
    subnetId,
    deniesInternet: creates && args.networkSecurityGroup !== undefined,
    rules,
  };
}

function rulesArgs(
  fleet: Fleet,
  args: FleetNetworkArgs & { readonly sources: UpdateSourcesArgs },
  creates: boolean,
  networkSecurityGroupName: pulumi.Input<string>,
): UpdateNetworkRulesArgs {
  const { sources, sourceAddresses, networkSecurityGroup, natGateway, proxy } = args;
  const { sourceIpGroupIds, firewallPolicy, azureFirewall, routeTable } = args;
  const { resourceGroupName, location, defaultLocation, tags } = fleet;
  const region = location ?? defaultLocation;
  return {
    sources,
    sourceAddresses,
    proxy,
    ...(!creates && { sourceIpGroupIds, firewallPolicy, azureFirewall, routeTable }),
    resourceGroupName,
    location,
    tags,
    cloud: args.cloud ?? (region !== undefined && isPlain(region) ? cloudOfRegion(region) : undefined),
    natGateway: natGateway ?? (creates ? {} : undefined),
    networkSecurityGroup:
      creates && networkSecurityGroup
        ? {
            ...networkSecurityGroup,
            networkSecurityGroupName,
            existingRules: [denyInternet, ...(networkSecurityGroup.existingRules ?? [])],
          }
        : networkSecurityGroup,
  };
}

function checkOwnNetwork(args: FleetNetworkArgs, addressPrefix: string, problems: Problems): void {
  if (!isPrefix(addressPrefix)) {
    problems.add(
      "network.addressPrefix",
      `${JSON.stringify(addressPrefix)} is not an IPv4 prefix from /8 to /29, such as "10.0.0.0/24". See ${reserved}`,
    );
  }
  const { sourceIpGroupIds, firewallPolicy, azureFirewall, routeTable, networkSecurityGroup = {} } = args;
  const reason = "has no effect on the fleet's own network: leave it out, or give network.subnetId.";
  for (const name of present({ sourceIpGroupIds, firewallPolicy, azureFirewall, routeTable })) {
    problems.add(`network.${name}`, reason);
  }
  const { networkSecurityGroupName, resourceGroupName, readExistingRules } = networkSecurityGroup;
  for (const name of present({ networkSecurityGroupName, resourceGroupName, readExistingRules })) {
    problems.add(`network.networkSecurityGroup.${name}`, reason);
  }
}

function isPrefix(text: string): boolean {
  const [address = "", length = "", ...more] = text.split("/");
  return isIPv4(address) && /^\d+$/.test(length) && Number(length) >= 8 && Number(length) <= 29 && more.length === 0;
}

/** Without machines of its own, and without sources, the fleet has nothing to make a way to. */
function checkNoRules(
  { skip, subnetId, addressPrefix, sources, ...rules }: FleetNetworkArgs,
  problems: Problems,
): void {
  for (const name of present(rules)) {
    problems.add(`network.${name}`, "has no effect without machines and without network.sources: leave it out.");
  }
}
