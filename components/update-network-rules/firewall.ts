import type * as pulumi from "@pulumi/pulumi";
import { Cloud } from "../../facts/cloud";
import { windowsUpdateFqdnTag } from "../../facts/network";
import type { Problems } from "../shared/problems";
import type { Destination } from "./destination";
import { firewallRulesPage } from "./documents";
import type {
  AzureFirewallRulesArgs,
  FirewallPolicyRulesArgs,
  UpdateApplicationProtocol,
  UpdateApplicationRule,
  UpdateNetworkRule,
} from "./firewall-args";
import { allocatePriority } from "./priorities";

/** Where machines are, as Azure Firewall takes it. */
export interface FirewallSource {
  readonly sourceAddresses?: pulumi.Input<string>[];
  readonly sourceIpGroups?: pulumi.Input<string>[];
}

type Strings<T> = {
  [K in keyof T]: NonNullable<T[K]> extends string[] ? pulumi.Input<string>[] | Extract<T[K], undefined> : T[K];
};

/** The rules of a firewall, as a firewall without a policy takes them. */
export interface FirewallRules {
  readonly applicationRules: readonly Strings<UpdateApplicationRule>[];
  readonly networkRules: readonly Strings<UpdateNetworkRule>[];
}

/**
 * The rules that let machines reach their updates through Azure Firewall: by name where there is one, since addresses
 * of public services change; servers of one's own by address.
 */
export function firewallRules(destinations: readonly Destination[], from: FirewallSource, cloud: Cloud): FirewallRules {
  const byTag = cloud === Cloud.Public ? destinations.filter(({ group }) => group === "windows-update") : [];
  const rest = destinations.filter((destination) => !byTag.includes(destination));
  const byAddress = rest.filter(({ own, fqdns, addresses }) => addresses.length > 0 && (own || fqdns.length === 0));
  const byName = rest.filter((destination) => !byAddress.includes(destination) && destination.fqdns.length > 0);
  const [windowsUpdate] = byTag;
  const tagged = windowsUpdate && {
    name: windowsUpdate.group,
    description: windowsUpdate.source,
    ...from,
    protocols: byTag.flatMap(protocols),
    fqdnTags: [windowsUpdateFqdnTag.tag],
  };
  return {
    applicationRules: [
      ...(tagged ? [tagged] : []),
      ...byName.map((destination) => ({
        name: destination.name,
        description: description(destination),
        ...from,
        protocols: protocols(destination),
        targetFqdns: targets(destination.fqdns),
      })),
    ],
    networkRules: byAddress.map((destination) => ({
      name: destination.name,
      description: description(destination),
      ...from,
      protocols: ["TCP"],
      destinationAddresses: [...destination.addresses],
      destinationPorts: destination.ports.map(String),
    })),
  };
}

const allow = { type: "Allow" };

/**
 * Rules as the collections of a firewall without a policy. Collections of different kinds may share a priority, as those
 * of https://learn.microsoft.com/azure/firewall/tutorial-firewall-deploy-portal do.
 */
export function ruleCollections(
  { applicationRules, networkRules }: FirewallRules,
  namePrefix: string,
  priority: number,
) {
  return {
    application: collection(`${namePrefix}-application`, priority, applicationRules),
    network: collection(`${namePrefix}-network`, priority, networkRules),
  };
}

function collection<T>(name: string, priority: number, rules: readonly T[]) {
  return rules.length > 0 ? [{ name, priority, action: allow, rules: [...rules] }] : [];
}

/** Rules as the collections of a group of a firewall policy. */
export function policyRuleCollections({ applicationRules, networkRules }: FirewallRules) {
  const kind = { ruleCollectionType: "FirewallPolicyFilterRuleCollection", action: allow } as const;
  const byAddress = networkRules.map(({ protocols: ipProtocols, ...rule }) => ({
    ruleType: "NetworkRule" as const,
    ...rule,
    ipProtocols,
  }));
  const byName = applicationRules.map((rule) => ({ ruleType: "ApplicationRule" as const, ...rule }));
  return [
    ...(byAddress.length > 0 ? [{ ...kind, name: "network", priority: 1000, rules: byAddress }] : []),
    ...(byName.length > 0 ? [{ ...kind, name: "application", priority: 1100, rules: byName }] : []),
  ];
}

function description({ source, purpose }: Destination): string {
  return `${source}: ${purpose.replace(/\. .*$/s, "")}`;
}

function protocols({ protocol, ports }: Destination): UpdateApplicationProtocol[] {
  return ports.map((port) => ({
    protocolType: protocol === "HTTPS" && port !== 80 ? "Https" : "Http",
    port,
  }));
}

/** Names that Azure Firewall takes: without a path, and with `*` at the left end alone. */
function targets(fqdns: readonly pulumi.Input<string>[]): pulumi.Input<string>[] {
  const names = fqdns.map((fqdn) =>
    typeof fqdn === "string" ? fqdn.replace(/\/.*$/, "").replace(/^[^.*]+\*\./, "*.") : fqdn,
  );
  return [...new Set(names)];
}

/** The priorities of a firewall's collections and of a policy's groups. */
const range = { first: 1000, last: 65000, places: 1 };

/** The priority of a collection, or of a group of collections, that collides with no other. */
export function firewallPriority(
  {
    priority,
    existingPriorities = [],
  }: Pick<FirewallPolicyRulesArgs & AzureFirewallRulesArgs, "priority" | "existingPriorities">,
  path: string,
  problems: Problems,
): number {
  const taken = new Set(existingPriorities);
  for (const [index, existing] of existingPriorities.entries()) {
    if (!isPriority(existing)) problems.add(`${path}.existingPriorities[${index}]`, notAPriority(existing));
  }
  if (priority === undefined) return allocatePriority(0, range, taken) ?? range.first;
  if (!isPriority(priority)) problems.add(`${path}.priority`, notAPriority(priority));
  if (taken.has(priority)) {
    problems.add(`${path}.priority`, `${priority} is one of existingPriorities: give another, or leave it out.`);
  }
  return priority;
}

function isPriority(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value <= 65000;
}

function notAPriority(value: number): string {
  return `${value} is not a priority: a whole number from 100 to 65000. See ${firewallRulesPage}`;
}

/** Reports what is not the name of a collection of rules, or of a group of those. */
export function notACollectionName(name: string): string | undefined {
  if (/^[a-z0-9]([\w.-]*\w)?$/i.test(name) && name.length <= 80) return undefined;
  return `${JSON.stringify(name)} is not a name of at most 80 letters, digits, "_", "." and "-" that begins with a letter or digit and ends with one or "_". See ${firewallRulesPage}`;
}
