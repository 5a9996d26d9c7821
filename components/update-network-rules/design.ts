import type * as pulumi from "@pulumi/pulumi";
import { Cloud } from "../../facts/cloud";
import { notOneOf, Problems } from "../shared/problems";
import { notASource, notASourceOrTag } from "./addresses";
import type { UpdateNetworkRulesArgs } from "./args";
import type { Destination } from "./destination";
import { firewallPriority, firewallRules, notACollectionName } from "./firewall";
import { resolveNatGateway } from "./nat-gateway";
import { resolveProxy } from "./proxy";
import { resolveRoutes } from "./routes";
import { resolveSecurityRules } from "./security-rules";
import { resolveSources, suseAddressesNeeded } from "./sources";

/**
 * Everything about the rules that follows from the arguments alone.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designUpdateNetworkRules(name: string, args: UpdateNetworkRulesArgs) {
  const problems: Problems = new Problems(`UpdateNetworkRules ${JSON.stringify(name)}`);
  const { networkSecurityGroup, routeTable, natGateway, sources = {} } = args;
  const wrongCloud = args.cloud && notOneOf(args.cloud, Object.values(Cloud));
  if (wrongCloud) problems.add("cloud", wrongCloud);
  const cloud = (!wrongCloud && args.cloud) || Cloud.Public;
  checkResourceGroups(args, problems);

  const found = resolveSources(sources, cloud, problems);
  const proxy =
    args.proxy &&
    resolveProxy(
      args.proxy,
      found.filter(({ own }) => own),
      { arc: sources.arc, addressesNeeded: networkSecurityGroup !== undefined },
      problems,
    );
  const destinations: Destination[] = found.map((destination) => ({
    ...destination,
    viaProxy: proxy !== undefined && !destination.own,
  }));
  checkSuse(args, destinations, problems);

  const sourceAddresses = resolveSourceAddresses(args, problems);
  const direct = destinations.filter(({ viaProxy }) => !viaProxy);
  const securityRules =
    networkSecurityGroup &&
    resolveSecurityRules(
      name,
      networkSecurityGroup,
      sourceAddresses,
      proxy ? [...direct, proxy.destination] : direct,
      problems,
    );
  const firewall = resolveFirewall(name, args, sourceAddresses, destinations, cloud, problems);
  const routes = routeTable ? resolveRoutes(name, routeTable, destinations, problems) : [];
  const outbound = natGateway && resolveNatGateway(natGateway, problems);
  if (problems.any) problems.fail();
  return {
    cloud,
    destinations: proxy ? [...destinations, proxy.destination] : destinations,
    securityRules,
    firewall,
    routes,
    natGateway: outbound,
    proxySettings: proxy?.settings,
    problems,
  };
}

function resolveSourceAddresses(args: UpdateNetworkRulesArgs, problems: Problems): pulumi.Input<string>[] {
  const { sourceAddresses = [], networkSecurityGroup, firewallPolicy, azureFirewall } = args;
  const firewall = firewallPolicy !== undefined || azureFirewall !== undefined;
  const byGroups = (networkSecurityGroup?.sourceApplicationSecurityGroupIds ?? []).length > 0;
  if (sourceAddresses.length > 0 && !firewall && (networkSecurityGroup === undefined || byGroups)) {
    const beside = byGroups ? "beside sourceApplicationSecurityGroupIds" : "without networkSecurityGroup";
    problems.add("sourceAddresses", `has no effect ${beside} and without a firewall: leave it out.`);
  }
  return sourceAddresses.map((address, index) =>
    problems.checked(`sourceAddresses[${index}]`, address, firewall ? notASource : notASourceOrTag),
  );
}

function checkResourceGroups(args: UpdateNetworkRulesArgs, problems: Problems): void {
  const { networkSecurityGroup, firewallPolicy, routeTable, natGateway } = args;
  const needing = {
    networkSecurityGroup: networkSecurityGroup?.networkSecurityGroupName && !networkSecurityGroup.resourceGroupName,
    firewallPolicy: firewallPolicy && !firewallPolicy.resourceGroupName,
    routeTable: routeTable?.routeTableName && !routeTable.resourceGroupName,
    natGateway,
  };
  const [first] = Object.entries(needing).flatMap(([argument, needs]) => (needs ? [argument] : []));
  if (args.resourceGroupName === undefined && first !== undefined) {
    problems.add("resourceGroupName", `give the resource group for ${first}.`);
  }
  if (firewallPolicy !== undefined && firewallPolicy.firewallPolicyName === undefined) {
    problems.add("firewallPolicy.firewallPolicyName", "give the firewall policy that gets the rules.");
  }
}

/** No rule can do without the addresses of SUSE's servers, but for one that opens the whole Internet. */
function checkSuse(
  { networkSecurityGroup, firewallPolicy, azureFirewall }: UpdateNetworkRulesArgs,
  destinations: readonly Destination[],
  problems: Problems,
): void {
  const suse = destinations.find(({ group, addresses }) => group === "suse" && addresses.length === 0);
  if (suse === undefined) return;
  const bySecurityRule = networkSecurityGroup && !networkSecurityGroup.allowInternet && !suse.viaProxy;
  if (bySecurityRule || firewallPolicy || azureFirewall) problems.add(suse.path, suseAddressesNeeded);
}

function resolveFirewall(
  name: string,
  args: UpdateNetworkRulesArgs,
  sourceAddresses: pulumi.Input<string>[],
  destinations: readonly Destination[],
  cloud: Cloud,
  problems: Problems,
) {
  const { azureFirewall, firewallPolicy, sourceIpGroupIds = [] } = args;
  if (azureFirewall === undefined && firewallPolicy === undefined) {
    if (sourceIpGroupIds.length > 0) {
      problems.add("sourceIpGroupIds", "has no effect without firewallPolicy and azureFirewall: leave it out.");
    }
    return undefined;
  }
  if (sourceAddresses.length + sourceIpGroupIds.length === 0) {
    problems.add(
      "sourceAddresses",
      'a firewall needs to know where the machines are: give their addresses, "*" for everything behind the firewall, or sourceIpGroupIds.',
    );
  }
  const from = {
    ...(sourceAddresses.length > 0 && { sourceAddresses }),
    ...(sourceIpGroupIds.length > 0 && { sourceIpGroups: sourceIpGroupIds }),
  };
  const namePrefix = azureFirewall?.collectionNamePrefix ?? name;
  const wrongPrefix = azureFirewall && notACollectionName(`${namePrefix}-application`);
  if (wrongPrefix !== undefined) problems.add("azureFirewall.collectionNamePrefix", wrongPrefix);
  const groupName = firewallPolicy && (firewallPolicy.ruleCollectionGroupName ?? name);
  return {
    rules: firewallRules(destinations, from, cloud),
    namePrefix,
    priority: firewallPriority(azureFirewall ?? {}, "azureFirewall", problems),
    group: firewallPolicy && {
      name: groupName && problems.checked("firewallPolicy.ruleCollectionGroupName", groupName, notACollectionName),
      priority: firewallPriority(firewallPolicy, "firewallPolicy", problems),
    },
  };
}
