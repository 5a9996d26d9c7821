import * as pulumi from "@pulumi/pulumi";
import { Cloud } from "../../facts/cloud";
import {
  arcNetworkStatements,
  azureVmNetworkStatements,
  linuxNetworkStatements,
  outboundStatements,
  rhuiStatements,
  serviceTag,
  windowsNetworkStatements,
  windowsUpdateFqdnTag,
} from "../../facts/network";
import type { Statement } from "../../facts/statement";
import { type Destination, evidence, type UpdateDestination } from "./destination";
import type { UpdateApplicationRuleCollection, UpdateNetworkRuleCollection } from "./firewall-args";
import type { ProxySettings } from "./proxy";
import type { UpdateRoute } from "./routes";
import type { UpdateSecurityRule } from "./security-rule-args";

/** A service tag that lets machines out to their updates. */
export interface UpdateServiceTag {
  /** The tag, as rules of a network security group or of Azure Firewall take it. */
  tag: string;
  /** What it is there for. */
  purpose: string;
  /** Where that is documented. */
  documents: string[];
  /** What no document confirms, where that is so. */
  unconfirmed?: string;
  /** What another document says against it, and why this is followed. */
  conflict?: string;
}

/** Something that a document states about the way to updates. */
export interface UpdateNetworkStatement {
  /** What it states. */
  statement: string;
  /** Where. */
  documents: string[];
  /** What no document confirms, where that is so. */
  unconfirmed?: string;
  /** What another document says against it, and why this is followed. */
  conflict?: string;
}

/** The way to the sources of updates, as data that a network team can take over. */
export interface UpdateNetworkDescription {
  /** Everything that machines reach. */
  destinations: UpdateDestination[];
  /** The service tags among those, and what is known of each. */
  serviceTags: UpdateServiceTag[];
  /** The rules of the network security group; none without `networkSecurityGroup`. */
  securityRules: UpdateSecurityRule[];
  /** The application rules of Azure Firewall; none without `azureFirewall` and `firewallPolicy`. */
  applicationRuleCollections: UpdateApplicationRuleCollection[];
  /** The network rules of Azure Firewall; none without `azureFirewall` and `firewallPolicy`. */
  networkRuleCollections: UpdateNetworkRuleCollection[];
  /** The routes; none without `routeTable`. */
  routes: UpdateRoute[];
  /** The settings of the proxy; none without `proxy`. */
  proxy?: ProxySettings;
  /** What else documents state about these sources. */
  statements: UpdateNetworkStatement[];
}

/** Destinations as data, once all their names and addresses are known. */
export function describeDestinations(destinations: readonly Destination[]): pulumi.Output<UpdateDestination[]> {
  return pulumi.all(
    destinations.map((destination) => {
      const { fact, group: _group, place: _place, own: _own, path: _path, fqdns, addresses, ...rest } = destination;
      return pulumi.all([pulumi.all([...fqdns]), pulumi.all([...addresses])]).apply(([names, places]) => ({
        ...rest,
        fqdns: names,
        addresses: places,
        ...evidence(fact),
      }));
    }),
  );
}

/** What is known of the service tags of destinations. */
export function describeServiceTags(destinations: readonly Destination[]): UpdateServiceTag[] {
  const tags = new Set(destinations.flatMap(({ serviceTags }) => serviceTags));
  return [...tags].flatMap((name) => {
    const fact = serviceTag(name);
    return fact ? [{ tag: fact.tag, purpose: fact.purpose, ...evidence(fact) }] : [];
  });
}

/** What is asked for, as far as it decides which statements matter. */
export interface Asked {
  readonly cloud: Cloud;
  readonly firewall: boolean;
  readonly natGateway: boolean;
  readonly proxy: boolean;
  readonly privateLinkScope: boolean;
}

/** What documents state about the sources that are asked for. */
export function statementsFor(destinations: readonly Destination[], asked: Asked): UpdateNetworkStatement[] {
  const groups = new Set(destinations.map(({ group }) => group));
  const has = (group: string) => groups.has(group);
  const { cloud, firewall, natGateway, proxy, privateLinkScope } = asked;
  const linux = [...groups].some((group) => !["windows-update", "wsus", "arc", "proxy"].includes(group));
  const chosen: (Statement | false)[] = [
    azureVmNetworkStatements.outboundOnly,
    azureVmNetworkStatements.noEndpointOfItsOwn,
    has("windows-update") && windowsNetworkStatements.protocols,
    has("windows-update") && proxy && windowsNetworkStatements.winHttpProxy,
    has("windows-update") && (proxy || firewall) && windowsNetworkStatements.rangeRequests,
    has("windows-update") && firewall && cloud === Cloud.Public && fqdnTag,
    has("wsus") && windowsNetworkStatements.wsusAlone,
    has("rhui") && rhuiStatements.azureSourcesOnly,
    has("rhui") && rhuiStatements.payAsYouGoOnly,
    has("suse") && linuxNetworkStatements.suseMetadata,
    linux && proxy && linuxNetworkStatements.proxy,
    has("arc") && arcNetworkStatements.outbound,
    has("arc") && arcNetworkStatements.globalTag,
    has("arc") && cloud !== Cloud.Public && arcNetworkStatements.sovereignTags,
    has("arc") && firewall && arcNetworkStatements.serviceBus,
    has("arc") && proxy && arcNetworkStatements.logAnalyticsGateway,
    has("arc") && privateLinkScope && arcNetworkStatements.privateLink,
    has("arc") && arcNetworkStatements.tls,
    natGateway && outboundStatements.existingNetworks,
  ];
  return chosen
    .filter((statement) => statement !== false)
    .map(({ statement, ...fact }) => ({ statement, ...evidence(fact) }));
}

const { displayName, tag, ruleType: _ruleType, ...tagFact } = windowsUpdateFqdnTag;
const fqdnTag: Statement = {
  statement: `Application rules of Azure Firewall let Windows Update through by the FQDN tag ${JSON.stringify(displayName)}, in ARM ${tag}.`,
  ...tagFact,
};
