import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import type { UpdateNetworkRulesArgs } from "./args";
import type { designUpdateNetworkRules } from "./design";
import { policyRuleCollections } from "./firewall";
import type { UpdateRoute } from "./routes";
import type { ExistingSecurityRuleArgs, UpdateSecurityRule } from "./security-rule-args";
import type { SecurityRulesDesign } from "./security-rules";

type Design = ReturnType<typeof designUpdateNetworkRules>;

/** Creates the rules of a network security group, where one is named, and gives them back with their priorities. */
export function createSecurityRules(
  parent: pulumi.ComponentResource,
  name: string,
  args: UpdateNetworkRulesArgs,
  { securityRules: design, problems }: Design,
): pulumi.Output<UpdateSecurityRule[]> {
  const { networkSecurityGroup } = args;
  if (design === undefined || networkSecurityGroup === undefined) return pulumi.output([]);
  const { networkSecurityGroupName, resourceGroupName = args.resourceGroupName } = networkSecurityGroup;
  const group =
    networkSecurityGroupName !== undefined && resourceGroupName !== undefined
      ? { networkSecurityGroupName, resourceGroupName }
      : undefined;
  const priorities =
    group && networkSecurityGroup.readExistingRules
      ? network.getNetworkSecurityGroupOutput(group, { parent }).apply(({ securityRules: rules }) => {
          const { priorities: found, obstacles } = design.prioritize(existing(rules ?? []));
          const [first] = obstacles;
          if (first) throw problems.late(`networkSecurityGroup.${first.argument}`, reasons(obstacles));
          return found;
        })
      : pulumi.output(design.prioritize([]).priorities);
  const rules = design.rules.map(({ rule }, index) => ({
    ...rule,
    priority: priorities.apply((all) => all[index] ?? 0),
  }));
  if (group) {
    for (const [index, { name: securityRuleName, ...rule }] of rules.entries()) {
      const key = design.rules[index]?.key;
      new network.SecurityRule(`${name}-${key}`, { ...group, securityRuleName, ...rule }, { parent });
    }
  }
  return pulumi.output(rules);
}

type Response = Awaited<ReturnType<typeof network.getNetworkSecurityGroup>>["securityRules"];

/** An application security group stands for addresses of its own, none of which is everywhere. */
function existing(rules: NonNullable<Response>): ExistingSecurityRuleArgs[] {
  const ids = (groups: readonly { id?: string }[] = []) => groups.map(({ id = "" }) => id);
  return rules.map((rule) => ({
    ...rule,
    sourceAddressPrefixes: [...(rule.sourceAddressPrefixes ?? []), ...ids(rule.sourceApplicationSecurityGroups)],
    destinationAddressPrefixes: [
      ...(rule.destinationAddressPrefixes ?? []),
      ...ids(rule.destinationApplicationSecurityGroups),
    ],
  }));
}

function reasons(obstacles: ReturnType<SecurityRulesDesign["prioritize"]>["obstacles"]): string {
  return obstacles.map(({ reason }) => reason).join(" ");
}

/** Creates the group of rule collections of a firewall policy, where one is given. */
export function createRuleCollectionGroup(
  parent: pulumi.ComponentResource,
  name: string,
  args: UpdateNetworkRulesArgs,
  { firewall }: Design,
): pulumi.Output<string | undefined> {
  const { firewallPolicy } = args;
  if (firewall?.group === undefined || firewallPolicy === undefined) return pulumi.output(undefined);
  const group = new network.FirewallPolicyRuleCollectionGroup(
    name,
    {
      resourceGroupName: given(firewallPolicy.resourceGroupName ?? args.resourceGroupName),
      firewallPolicyName: firewallPolicy.firewallPolicyName,
      ruleCollectionGroupName: firewall.group.name,
      priority: firewall.group.priority,
      ruleCollections: policyRuleCollections(firewall.rules),
    },
    { parent },
  );
  return group.id;
}

/** Creates the routes of a route table, where one is named, and gives them back. */
export function createRoutes(
  parent: pulumi.ComponentResource,
  name: string,
  args: UpdateNetworkRulesArgs,
  { routes }: Design,
): pulumi.Output<UpdateRoute[]> {
  const { routeTableName, resourceGroupName = args.resourceGroupName } = args.routeTable ?? {};
  if (routeTableName !== undefined) {
    for (const { key, route } of routes) {
      const { name: routeName, ...rest } = route;
      new network.Route(
        `${name}-${key}`,
        { resourceGroupName: given(resourceGroupName), routeTableName, routeName, ...rest },
        { parent },
      );
    }
  }
  return pulumi.output(routes.map(({ route }) => route));
}

/** Creates a NAT gateway, where one is asked for, and the address that it goes out from. */
export function createNatGateway(
  parent: pulumi.ComponentResource,
  name: string,
  args: UpdateNetworkRulesArgs,
  { natGateway: design }: Design,
): { natGatewayId: pulumi.Output<string | undefined>; outboundIpAddress: pulumi.Output<string | undefined> } {
  if (design === undefined) {
    return { natGatewayId: pulumi.output(undefined), outboundIpAddress: pulumi.output(undefined) };
  }
  const common = { resourceGroupName: given(args.resourceGroupName), location: args.location, tags: args.tags };
  const address =
    design.publicIpAddress && new network.PublicIPAddress(name, { ...common, ...design.publicIpAddress }, { parent });
  const addresses = address ? [{ id: address.id }] : design.publicIpAddresses;
  const natGateway = new network.NatGateway(
    name,
    { ...common, ...design.natGateway, publicIpAddresses: addresses.length > 0 ? addresses : undefined },
    { parent },
  );
  return {
    natGatewayId: natGateway.id,
    outboundIpAddress: address ? address.ipAddress : pulumi.output(undefined),
  };
}

/** The design refuses arguments without a resource group wherever one is needed. */
function given(resourceGroupName: pulumi.Input<string> | undefined): pulumi.Input<string> {
  if (resourceGroupName === undefined) throw new Error("The resource group is missing.");
  return resourceGroupName;
}
