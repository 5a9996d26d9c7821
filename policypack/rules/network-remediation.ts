import { sameName } from "../stack/arm-id";
import { all, firstMatch } from "../stack/network/cases";
import { caseOf } from "../stack/network/conditions";
import type { Connection } from "../stack/network/connections";
import { Firewall } from "../stack/network/firewall";
import { collectionsIn } from "../stack/network/firewall-collection";
import type { DecidingRule, Decision, Flow, Resources } from "../stack/network/flow";
import { type Opening, sourceOf } from "../stack/network/openings";
import { inOrder } from "../stack/network/order";
import { SecurityGroup } from "../stack/network/security-group";
import type { Properties } from "../stack/properties";
import type { StackResource } from "../stack/resource";
import type { Change, PropertyValue } from "./rule";

/** What a remediation sees of a stack: the one resource. */
export function seenAlone(resource: StackResource): Resources {
  return { ofType: (...types) => (types.includes(resource.type) ? [resource] : []) };
}

/** What the rules in a resource do with what the machines of one of them connect to; the default included. */
export function decideAlone(resource: StackResource): (opening: Opening, connection: Connection) => Decision {
  const decide = decider(resource);
  return (opening, connection) =>
    decide({ ...connection, source: sourceOf(opening), virtualNetwork: { prefixes: () => [] } });
}

function decider(resource: StackResource): (flow: Flow) => Decision {
  const stack = seenAlone(resource);
  if (resource.type === "network:NetworkSecurityGroup")
    return (flow) => new SecurityGroup(resource, stack).decide(flow);
  if (resource.type === "network:AzureFirewall") return (flow) => new Firewall(resource, stack).decide(flow);
  return (flow) => {
    const rules = (["network", "application"] as const).flatMap((layer) =>
      inOrder(collectionsIn({ layer, owner: resource, topLevel: "ruleCollections", of: resource.name }, flow, stack)),
    );
    const rule = { name: "default", resource, property: undefined, isDefault: true, description: "the default" };
    const byDefault = { condition: all(), result: (): Decision => ({ access: "Deny", rule }) };
    return firstMatch(caseOf(flow), [...rules, byDefault], (one, other) => one.access === other.access);
  };
}

/** The rules, without those whose machines another one before them is for. */
export function onePerSource(openings: readonly Opening[]): readonly Opening[] {
  const keys = openings.map(({ settings, sources }) => {
    const groups = settings.has(sourceGroups) ? settings.objects(sourceGroups).map((each) => each.text("id")) : [];
    return JSON.stringify([[...sources].sort(), groups]);
  });
  return openings.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** What a network security group is to be opened to, for the machines of one of its rules. */
export interface Addition {
  /** The rule that the new one is to be beside. */
  readonly beside: Opening;
  readonly tag: string;
  readonly port: number;
  /** The rule that denies it. */
  readonly denial: DecidingRule;
}

const [lowest, highest] = [100, 4096];
const sourceGroups = "sourceApplicationSecurityGroups";

/**
 * The changes that add rules to those of a network security group, each right beside another and with what that one has
 * for its own side. None at all where there is no room for each before the rules that deny, or where one is denied before
 * the rule that it would be beside.
 */
export function addSecurityRules(group: StackResource, additions: readonly Addition[]): readonly Change[] {
  const rules = group.settings.objects("securityRules");
  const outbound = rules.filter((each) => sameName(each.text("direction") ?? "", "Outbound"));
  const names = new Set(rules.map((each) => each.text("name")?.toLowerCase()));
  const taken = new Set(outbound.map((each) => each.number("priority")));
  const changes: Change[] = [];
  for (const { beside, tag, port, denial } of additions) {
    const own = beside.settings.number("priority");
    const denies = rules.find(({ path }) => path === denial.property)?.number("priority");
    if (own === undefined || denies === undefined || denies < own) return [];
    const priority = freeBeside(own, taken, prioritiesOfDenials(outbound));
    if (priority === undefined) return [];
    const name = freeName(`allow-${tag}-${port}`, names);
    taken.add(priority);
    names.add(name.toLowerCase());
    changes.push({
      path: `securityRules[${rules.length + changes.length}]`,
      value: {
        name,
        priority,
        direction: "Outbound",
        access: "Allow",
        protocol: "Tcp",
        ...ownSide(beside.settings),
        destinationAddressPrefix: tag,
        destinationPortRange: String(port),
      },
    });
  }
  return changes;
}

function prioritiesOfDenials(rules: readonly Properties[]): readonly number[] {
  return rules.flatMap((each) => (sameName(each.text("access") ?? "", "Deny") ? (each.number("priority") ?? []) : []));
}

/** The free priority nearest to a rule's own, after it or else before it, with no rule that denies between the two. */
function freeBeside(
  own: number,
  taken: ReadonlySet<number | undefined>,
  denials: readonly number[],
): number | undefined {
  const from = Math.max(lowest, ...denials.filter((each) => each < own).map((each) => each + 1));
  const to = Math.min(highest, ...denials.filter((each) => each > own).map((each) => each - 1));
  for (let priority = own + 1; priority <= to; priority++) if (!taken.has(priority)) return priority;
  for (let priority = own - 1; priority >= from; priority--) if (!taken.has(priority)) return priority;
  return undefined;
}

/** A name that none of those taken is, whatever the letter case. */
export function freeName(wanted: string, taken: ReadonlySet<string | undefined>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}-${number}`;
  return name;
}

/** What a security rule says of the machines that it is for. */
function ownSide(rule: Properties): { readonly [name: string]: PropertyValue } {
  const side: Record<string, PropertyValue> = {};
  for (const name of ["sourceAddressPrefix", "sourcePortRange"]) {
    const text = rule.text(name);
    if (text !== undefined) side[name] = text;
  }
  for (const name of ["sourceAddressPrefixes", "sourcePortRanges"]) {
    const texts = rule.texts(name);
    if (texts.length > 0) side[name] = texts;
  }
  const groups = rule.objects(sourceGroups).flatMap((each) => each.text("id") ?? []);
  if (groups.length > 0) side[sourceGroups] = groups.map((id) => ({ id }));
  return side;
}
