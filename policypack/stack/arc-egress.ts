import { Cloud } from "../../facts/cloud";
import { type ArcEndpoint, arcEndpoints, arcEndpointsOfTag, arcTagsOf, serviceTagsFor } from "../../facts/network";
import { sameName } from "./arm-id";
import { all, firstMatch } from "./network/cases";
import { caseOf } from "./network/conditions";
import { Firewall } from "./network/firewall";
import { rulesOfPolicy, withParents } from "./network/firewall-policy";
import type { DecidingRule, Decision, Flow, Resources } from "./network/flow";
import { isPartOf } from "./network/linked";
import { type Opening, openingsOf, sourceOf } from "./network/openings";
import { SecurityGroup } from "./network/security-group";
import type { StackResource } from "./resource";
import { attempt, everyOf } from "./three-valued";

/** The service tag of the agent's own endpoints, by which rules show that they are for Arc-enabled servers. */
export const arcTag = "AzureArcInfrastructure";

/** A word of a rule, with the resource and the path that have it. */
export interface Mention {
  readonly text: string;
  readonly owner: StackResource;
  readonly path: string;
}

/** Rules by which servers are let out: those of a network security group, a firewall policy or a firewall without one. */
export class ArcEgress {
  constructor(
    readonly resource: StackResource,
    /** Network security groups know no host names. */
    readonly knowsNames: boolean,
    private readonly openings: readonly Opening[],
    private readonly decide: (flow: Flow) => Decision,
  ) {}

  /** The words of the rules that let something out for which a predicate holds. */
  mentions(predicate: (text: string) => boolean): readonly Mention[] {
    return this.openings.flatMap(({ owner, targets }) =>
      targets.filter(({ text }) => predicate(text)).map(({ text, path }) => ({ text, owner, path })),
    );
  }

  /** The clouds whose own endpoints of the agent the rules name. */
  get cloudsNamed(): readonly Cloud[] {
    return Object.values(Cloud).filter((cloud) => this.mentions((text) => isAgentName(text, cloud)).length > 0);
  }

  /**
   * Whether the servers that a word of the rules is for get out to what a service tag stands for, by the tag or by names.
   * Throws {@link NotKnown} where what is not known decides.
   */
  letsOutTo(tag: string, word: (text: string) => boolean, cloud: Cloud): boolean {
    const endpoints = this.knowsNames ? arcEndpointsOfTag(tag, cloud) : [];
    const names = endpoints.flatMap(({ fqdns }) => fqdns);
    return everyOf(...(names.length === 0 ? [tag] : names).map((name) => () => this.isOpen(name, [tag], word)));
  }

  /** The host names of an endpoint that the servers do not get out to. Throws as {@link letsOutTo} does. */
  namesClosed(endpoint: ArcEndpoint, word: (text: string) => boolean): readonly string[] {
    return endpoint.fqdns.filter((name) => !this.isOpen(name, arcTagsOf(endpoint), word));
  }

  /** The rule that keeps the servers that a word of the rules is for from what a service tag stands for, by the tag alone. */
  denialOf(tag: string, word: (text: string) => boolean): DecidingRule | undefined {
    const { access, rule } = this.decisionOn(tag, [tag], word);
    return access === "Deny" ? rule : undefined;
  }

  private isOpen(name: string, tags: readonly string[], word: (text: string) => boolean): boolean {
    return this.decisionOn(name, tags, word).access === "Allow";
  }

  private decisionOn(name: string, tags: readonly string[], word: (text: string) => boolean): Decision {
    const listed = serviceTagsFor("arc");
    // A variant for a region will do where the facts say so; of the agent's own tag it is taken for another one.
    const sufficient = listed.filter(
      ({ tag, regionalVariantSuffices }) => regionalVariantSuffices && tags.includes(tag),
    );
    const variantsOf = (each: readonly { readonly tag: string }[]) =>
      this.mentions((text) => each.some(({ tag }) => isVariantOf(text, tag))).map(({ text }) => text);
    const flow: Flow = {
      source: sourceOf(this.openingFor(word)),
      protocol: "Tcp",
      port: 443,
      application: "HTTPS",
      destination: {
        names: [name],
        serviceTags: [...tags, ...variantsOf(sufficient)],
        otherServiceTags: [
          ...listed.map(({ tag }) => tag).filter((tag) => !tags.includes(tag)),
          ...variantsOf([{ tag: arcTag }]),
        ],
      },
      virtualNetwork: { prefixes: () => [] },
    };
    return this.decide(flow);
  }

  private openingFor(word: (text: string) => boolean): Opening | undefined {
    return this.openings.find(({ targets }) => targets.some(({ text }) => word(text)));
  }
}

/** Whether a text is the tag of the agent's own endpoints, or a variant of it. */
export function isArcTag(text: string): boolean {
  return sameName(text, arcTag) || isVariantOf(text, arcTag);
}

/** Whether a text is a variant of a service tag, for a region or a cloud. */
export function isVariantOf(text: string, tag: string): boolean {
  return text.toLowerCase().startsWith(`${tag.toLowerCase()}.`);
}

/** Whether a text names one of the agent's own endpoints in a cloud. */
export function isAgentName(text: string, cloud: Cloud): boolean {
  return agentEndpoints(cloud).some(({ fqdns }) => fqdns.some((fqdn) => belongsTo(text, fqdn)));
}

/** Whether a text of a rule names an endpoint, or part of it. */
export function namesEndpoint(text: string, { fqdns }: ArcEndpoint): boolean {
  return fqdns.some((fqdn) => belongsTo(text, fqdn));
}

function belongsTo(text: string, fqdn: string): boolean {
  const end = fqdn.slice(fqdn.lastIndexOf("*") + 1).toLowerCase();
  return text.toLowerCase() === fqdn.toLowerCase() || (end.startsWith(".") && text.toLowerCase().endsWith(end));
}

function agentEndpoints(cloud: Cloud): readonly ArcEndpoint[] {
  // Service Bus, storage and sign-in are asked for by others too.
  const own = /\barc\.azure\.|\bguestconfiguration\.azure\.|\bguestnotificationservice\.azure\./;
  return arcEndpoints(cloud, ["always"])
    .map((endpoint) => ({ ...endpoint, fqdns: endpoint.fqdns.filter((fqdn) => own.test(fqdn)) }))
    .filter(({ fqdns }) => fqdns.length > 0);
}

/** The sets of rules in a stack by which machines are let out. */
export function egressIn(stack: Resources): readonly ArcEgress[] {
  return [
    ...stack.ofType("network:NetworkSecurityGroup").map((group) => {
      const decide = (flow: Flow) => new SecurityGroup(group, stack).decide(flow);
      return new ArcEgress(group, false, openingsOfGroup(group, stack), decide);
    }),
    ...stack.ofType("network:FirewallPolicy").map((policy) => {
      const decide = (flow: Flow) => decisionOfPolicy(policy, flow, stack);
      return new ArcEgress(policy, true, openingsOfPolicy(policy, stack), decide);
    }),
    ...stack
      .ofType("network:AzureFirewall")
      .filter(({ settings }) => !settings.has("firewallPolicy"))
      .map((firewall) => {
        const decide = (flow: Flow) => new Firewall(firewall, stack).decide(flow);
        return new ArcEgress(firewall, true, openingsOf(firewall), decide);
      }),
  ];
}

const securityGroup = { type: "network:NetworkSecurityGroup", nameProperty: "networkSecurityGroupName" };
const firewallPolicy = { type: "network:FirewallPolicy", nameProperty: "firewallPolicyName" };

function openingsOfGroup(group: StackResource, stack: Resources): readonly Opening[] {
  const separate = stack
    .ofType("network:SecurityRule")
    .filter((owner) => attempt(() => isPartOf(owner, securityGroup.nameProperty, group, securityGroup)) === true);
  return [group, ...separate].flatMap(openingsOf);
}

function openingsOfPolicy(policy: StackResource, stack: Resources): readonly Opening[] {
  return stack
    .ofType("network:FirewallPolicyRuleCollectionGroup")
    .filter((group) => attempt(() => isPartOf(group, firewallPolicy.nameProperty, policy, firewallPolicy)) === true)
    .flatMap(openingsOf);
}

function decisionOfPolicy(policy: StackResource, flow: Flow, stack: Resources): Decision {
  const policies = withParents(policy, stack);
  const rule = { name: "default", resource: policy, property: undefined, isDefault: true, description: "the default" };
  const candidates = [
    ...(["network", "application"] as const).flatMap((layer) =>
      policies.flatMap((each) => rulesOfPolicy(each, layer, flow, stack)),
    ),
    { condition: all(), result: (): Decision => ({ access: "Deny", rule }) },
  ];
  return firstMatch(caseOf(flow), candidates, (one, other) => one.access === other.access);
}
