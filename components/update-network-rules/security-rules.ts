import type * as pulumi from "@pulumi/pulumi";
import type { Problems } from "../shared/problems";
import type { Destination } from "./destination";
import { securityRulesPage } from "./documents";
import {
  checkExistingRules,
  isPriority,
  notAPriority,
  type Priorities,
  prioritize,
  type Wanted,
} from "./existing-rules";
import { placeOf, places } from "./places";
import type { PriorityRange } from "./priorities";
import type { ExistingSecurityRuleArgs, NetworkSecurityGroupRulesArgs, UpdateSecurityRule } from "./security-rule-args";

/** A security rule whose addresses may be outputs. */
type RuleInputs = {
  [K in keyof Omit<UpdateSecurityRule, "priority">]: NonNullable<UpdateSecurityRule[K]> extends (infer Item)[]
    ? pulumi.Input<Item extends string ? string : { [P in keyof Item]: pulumi.Input<Item[P]> }>[]
    : pulumi.Input<UpdateSecurityRule[K]>;
} & { name: string };

/** A security rule before it has its priority. */
export type SecurityRuleDesign = Wanted & {
  /** What the rule is called below the component's name. */
  readonly key: string;
  readonly rule: RuleInputs;
};

/** The rules of a network security group, and how they get their priorities once all existing rules are known. */
export interface SecurityRulesDesign {
  readonly rules: readonly SecurityRuleDesign[];
  prioritize(more: readonly ExistingSecurityRuleArgs[]): Priorities;
}

const path = "networkSecurityGroup";

/** The security rules that let machines reach their updates. */
export function resolveSecurityRules(
  name: string,
  args: NetworkSecurityGroupRulesArgs,
  sourceAddresses: readonly pulumi.Input<string>[],
  destinations: readonly Destination[],
  problems: Problems,
): SecurityRulesDesign {
  const { ruleNamePrefix = name, existingRules = [], sourceApplicationSecurityGroupIds: groups = [] } = args;
  const range = priorityRange(args, problems);
  checkExistingRules(existingRules, `${path}.existingRules`, problems);
  if (args.readExistingRules && args.networkSecurityGroupName === undefined) {
    problems.add(`${path}.readExistingRules`, "there is nothing to read without networkSecurityGroupName: give that.");
  }
  const openings = [...taggedOpenings(destinations), ...addressOpenings(destinations)];
  const internet = internetOpenings(args, destinations, problems);
  const from =
    groups.length > 0
      ? { sourceApplicationSecurityGroups: groups.map((id) => ({ id })) }
      : prefixes("sourceAddress", sourceAddresses.length > 0 ? sourceAddresses : ["*"]);
  const rules = [...openings, ...internet].map(({ key, sources, to, ...wanted }): SecurityRuleDesign => {
    const ruleName = `${ruleNamePrefix}-${key}`;
    return {
      ...wanted,
      key,
      name: ruleName,
      rule: {
        name: ruleName,
        description: `For updates: ${sources.join(", ")}`.slice(0, 140),
        direction: "Outbound",
        access: "Allow",
        protocol: "Tcp",
        ...from,
        sourcePortRange: "*",
        ...prefixes("destinationAddress", to),
        ...portRanges(wanted.ports),
      },
    };
  });
  checkNames(ruleNamePrefix, rules, problems);
  const withOthers = (more: readonly ExistingSecurityRuleArgs[]) =>
    prioritize(rules, [...existingRules, ...more], range);
  if (range.first <= range.last) {
    for (const { argument, reason } of withOthers([]).obstacles) problems.add(`${path}.${argument}`, reason);
  }
  return { rules, prioritize: withOthers };
}

/** What one rule opens. */
interface Opening extends Omit<Wanted, "name"> {
  readonly key: string;
  readonly sources: readonly string[];
  readonly to: readonly pulumi.Input<string>[];
}

/** One rule for each service tag: a rule takes one tag alone. */
function taggedOpenings(destinations: readonly Destination[]): Opening[] {
  const tags = new Set(destinations.flatMap(({ serviceTags }) => serviceTags));
  return [...tags].map((serviceTag) => {
    const covered = destinations.filter(({ serviceTags }) => serviceTags.includes(serviceTag));
    return {
      key: serviceTag.replace(/\W/g, "-"),
      place: placeOf(serviceTag),
      serviceTag,
      own: false,
      to: [serviceTag],
      ...together(covered),
    };
  });
}

/** One rule for the servers of each source that has addresses. */
function addressOpenings(destinations: readonly Destination[]): Opening[] {
  const addressed = destinations.filter(
    ({ serviceTags, addresses }) => serviceTags.length === 0 && addresses.length > 0,
  );
  return [...new Set(addressed.map(({ group }) => group))].map((group) => {
    const covered = addressed.filter((destination) => destination.group === group);
    const { place = 0, own = false, addresses = [] } = covered[0] ?? {};
    return { key: group, place, own, to: addresses, ...together(covered) };
  });
}

/** Rules to the tag Internet for what can't be named otherwise, one for each port. */
function internetOpenings(
  { allowInternet = false }: NetworkSecurityGroupRulesArgs,
  destinations: readonly Destination[],
  problems: Problems,
): Opening[] {
  const rest = destinations.filter(({ serviceTags, addresses }) => serviceTags.length + addresses.length === 0);
  const servers = rest.filter(({ own }) => own);
  for (const server of new Set(servers.map((destination) => destination.path))) {
    problems.add(
      `${server}.addresses`,
      `give its addresses: a network security group can't name hosts. See ${securityRulesPage}`,
    );
  }
  const unnamed = rest.filter(({ own }) => !own);
  if (allowInternet && unnamed.length === 0) {
    problems.add(
      `${path}.allowInternet`,
      "has no effect: service tags and addresses cover every source. Leave it out.",
    );
  }
  if (allowInternet)
    return [...new Set(unnamed.flatMap((one) => one.ports))].map((port) => internetOpening(port, unnamed));
  // The servers of SUSE have addresses, which are asked for by themselves.
  const sources = new Set(unnamed.filter(({ group }) => group !== "suse").map(({ source }) => source));
  if (sources.size > 0) {
    problems.add(
      `${path}.allowInternet`,
      `no service tag or address covers ${[...sources].join(", ")}, and a network security group can't name hosts: set it to true to open their ports to the tag Internet, or let a firewall, a proxy or a private repository stand between. See ${securityRulesPage}`,
    );
  }
  return [];
}

function internetOpening(port: number, unnamed: readonly Destination[]): Opening {
  const { sources } = together(unnamed.filter(({ ports }) => ports.includes(port)));
  const key = `internet-${port}`;
  return { key, place: placeOf(key), own: false, ports: [port], sources, to: ["Internet"], serviceTag: "Internet" };
}

function together(destinations: readonly Destination[]) {
  return {
    ports: [...new Set(destinations.flatMap((destination) => destination.ports))].sort((a, b) => a - b),
    sources: [...new Set(destinations.map(({ source }) => source))],
  };
}

function priorityRange(args: NetworkSecurityGroupRulesArgs, problems: Problems): PriorityRange {
  const { firstPriority: first = 1000, lastPriority: last = 4096 } = args;
  for (const [argument, value] of Object.entries({ firstPriority: first, lastPriority: last })) {
    if (!isPriority(value)) problems.add(`${path}.${argument}`, notAPriority(value));
  }
  if (first > last) problems.add(`${path}.lastPriority`, `${last} is below the firstPriority, ${first}.`);
  return { first, last, places };
}

function checkNames(prefix: string, rules: readonly SecurityRuleDesign[], problems: Problems): void {
  const longest = rules.reduce((length, { name }) => Math.max(length, name.length), 0);
  if (/^[a-z0-9][\w.-]*$/i.test(prefix) && longest <= 80) return;
  problems.add(
    `${path}.ruleNamePrefix`,
    `${JSON.stringify(prefix)} can't begin the name of a rule: give letters, digits, "_", "." and "-" that begin with a letter or digit, so that no name is longer than 80. See ${securityRulesPage}`,
  );
}

function prefixes<P extends "sourceAddress" | "destinationAddress">(
  property: P,
  values: readonly pulumi.Input<string>[],
) {
  const [only = ""] = values;
  const prefix = values.length === 1 ? { [`${property}Prefix`]: only } : { [`${property}Prefixes`]: [...values] };
  return prefix as Partial<Record<`${P}Prefix`, pulumi.Input<string>> & Record<`${P}Prefixes`, pulumi.Input<string>[]>>;
}

function portRanges(values: readonly number[]) {
  const [only, ...more] = values.map(String);
  return only !== undefined && more.length === 0
    ? { destinationPortRange: only }
    : { destinationPortRanges: values.map(String) };
}
