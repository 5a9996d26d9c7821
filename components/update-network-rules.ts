import * as pulumi from "@pulumi/pulumi";
import type { UpdateNetworkRulesArgs } from "./update-network-rules/args";
import {
  describeDestinations,
  describeServiceTags,
  statementsFor,
  type UpdateNetworkDescription,
} from "./update-network-rules/description";
import { designUpdateNetworkRules } from "./update-network-rules/design";
import { ruleCollections } from "./update-network-rules/firewall";
import type {
  UpdateApplicationRuleCollection,
  UpdateNetworkRuleCollection,
} from "./update-network-rules/firewall-args";
import type { ProxySettings } from "./update-network-rules/proxy";
import {
  createNatGateway,
  createRoutes,
  createRuleCollectionGroup,
  createSecurityRules,
} from "./update-network-rules/resources";
import type { UpdateRoute } from "./update-network-rules/routes";
import type { UpdateSecurityRule } from "./update-network-rules/security-rule-args";

/**
 * The way from machines to the sources of their updates: rules of a network security group, of a firewall policy or of
 * a firewall; routes, a NAT gateway, and the settings of a proxy. What is not asked for is not created; without any of
 * them the component creates nothing and tells what machines reach, for whoever owns the network.
 *
 * ```typescript
 * const updates = new UpdateNetworkRules("updates", {
 *   resourceGroupName: resourceGroup.name,
 *   sources: { windowsUpdate: true, rhui: true },
 *   networkSecurityGroup: { networkSecurityGroupName: securityGroup.name },
 * });
 * export const wayToUpdates = updates.describe();
 * ```
 *
 * A source that a rule can't name, an argument that can't be had, or one that has no effect is an error: the
 * constructor throws `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that
 * is an output is checked when it resolves.
 */
export class UpdateNetworkRules extends pulumi.ComponentResource {
  /** Everything as data: what machines reach, the documents for it, and every rule. */
  public readonly description: pulumi.Output<UpdateNetworkDescription>;
  /** The rules of the network security group; none without `networkSecurityGroup`. */
  public readonly securityRules: pulumi.Output<UpdateSecurityRule[]>;
  /** The application rules of a firewall, as its `applicationRuleCollections` takes them; none without one. */
  public readonly applicationRuleCollections: pulumi.Output<UpdateApplicationRuleCollection[]>;
  /** The network rules of a firewall, as its `networkRuleCollections` takes them; none without one. */
  public readonly networkRuleCollections: pulumi.Output<UpdateNetworkRuleCollection[]>;
  /** The resource id of the firewall policy's group of rule collections; `undefined` without `firewallPolicy`. */
  public readonly ruleCollectionGroupId: pulumi.Output<string | undefined>;
  /** The routes; none without `routeTable`. */
  public readonly routes: pulumi.Output<UpdateRoute[]>;
  /** The resource id of the NAT gateway; `undefined` without `natGateway`. */
  public readonly natGatewayId: pulumi.Output<string | undefined>;
  /** The address that the NAT gateway goes out from; `undefined` without one that the component created. */
  public readonly outboundIpAddress: pulumi.Output<string | undefined>;
  /** The settings that send machines through the proxy; `undefined` without `proxy`. */
  public readonly proxySettings: pulumi.Output<ProxySettings | undefined>;

  /**
   * @param name the component's name, which its resources get too
   * @param args the sources of updates, and the ways to them
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: UpdateNetworkRulesArgs, opts?: pulumi.ComponentResourceOptions) {
    const design = designUpdateNetworkRules(name, args);
    super("pulumi-azure-update-manager:index:UpdateNetworkRules", name, args, opts);

    this.securityRules = createSecurityRules(this, name, args, design);
    this.ruleCollectionGroupId = createRuleCollectionGroup(this, name, args, design);
    this.routes = createRoutes(this, name, args, design);
    const { natGatewayId, outboundIpAddress } = createNatGateway(this, name, args, design);
    this.natGatewayId = natGatewayId;
    this.outboundIpAddress = outboundIpAddress;

    const { firewall } = design;
    const collections = firewall && ruleCollections(firewall.rules, firewall.namePrefix, firewall.priority);
    this.applicationRuleCollections = pulumi.output(collections?.application ?? []);
    this.networkRuleCollections = pulumi.output(collections?.network ?? []);
    this.proxySettings = pulumi.output(design.proxySettings);
    this.description = pulumi.output({
      destinations: describeDestinations(design.destinations),
      serviceTags: describeServiceTags(design.destinations),
      securityRules: this.securityRules,
      applicationRuleCollections: this.applicationRuleCollections,
      networkRuleCollections: this.networkRuleCollections,
      routes: this.routes,
      proxy: this.proxySettings,
      statements: statementsFor(design.destinations, {
        cloud: design.cloud,
        firewall: firewall !== undefined,
        natGateway: design.natGateway !== undefined,
        proxy: design.proxySettings !== undefined,
        privateLinkScope: args.sources.arc?.privateLinkScope ?? false,
      }),
    });
    this.registerOutputs({
      description: this.description,
      securityRules: this.securityRules,
      applicationRuleCollections: this.applicationRuleCollections,
      networkRuleCollections: this.networkRuleCollections,
      ruleCollectionGroupId: this.ruleCollectionGroupId,
      routes: this.routes,
      natGatewayId: this.natGatewayId,
      outboundIpAddress: this.outboundIpAddress,
      proxySettings: this.proxySettings,
    });
  }

  /**
   * The way to the sources of updates as data, with the documents that it rests on and what none of them confirms: for a
   * network team that writes the rules itself, `export const wayToUpdates = updates.describe()`.
   */
  public describe(): pulumi.Output<UpdateNetworkDescription> {
    return this.description;
  }
}
