import { notOneOf, type Problems } from "../shared/problems";
import { securityRulesPage } from "./documents";
import { allocatePriority, belongsTo, type PriorityRange } from "./priorities";
import type { ExistingSecurityRuleArgs } from "./security-rule-args";

/** A rule that is to be created, as far as the rules beside it matter. */
export interface Wanted {
  readonly name: string;
  readonly place: number;
  readonly ports: readonly number[];
  /** The service tag that it is for; none for addresses. */
  readonly serviceTag?: string;
  /** Whether it is for addresses that may be private, to which the tag Internet does not apply. */
  readonly own: boolean;
}

/** The priorities of rules, in their order, or what is in their way. */
export interface Priorities {
  readonly priorities: readonly number[];
  readonly obstacles: readonly { readonly argument: string; readonly reason: string }[];
}

/**
 * Priorities for rules that collide with no other, so that the rules take effect.
 *
 * @param existing the group's rules; one with the name of a wanted rule is that rule, and keeps its priority
 */
export function prioritize(
  wanted: readonly Wanted[],
  existing: readonly ExistingSecurityRuleArgs[],
  range: PriorityRange,
): Priorities {
  const outbound = existing.filter(({ direction = "Outbound" }) => direction === "Outbound");
  const nameOf = ({ name = "" }: { name?: string }) => name.toLowerCase();
  const names = new Set(wanted.map(nameOf));
  const others = outbound.filter((rule) => !names.has(nameOf(rule)));
  const taken = new Set(others.map(({ priority }) => priority));
  const deployed = new Map(outbound.map((rule) => [nameOf(rule), rule.priority]));
  const obstacles: { argument: string; reason: string }[] = [];
  const priorities = wanted.map((rule) => {
    const before = deployed.get(nameOf(rule));
    const kept = before !== undefined && belongsTo(before, rule.place, range) && !taken.has(before);
    const priority = kept ? before : allocatePriority(rule.place, range, taken);
    if (priority === undefined) {
      obstacles.push({
        argument: "lastPriority",
        reason: `no priority from ${range.first} to ${range.last} is left for the rule ${JSON.stringify(rule.name)}: give more room. See ${securityRulesPage}`,
      });
      return 0;
    }
    const denying = others.find((other) => other.priority < priority && denies(other, rule));
    if (denying !== undefined) {
      obstacles.push({
        argument: "firstPriority",
        reason: `the rule ${JSON.stringify(denying.name ?? "")} denies at ${denying.priority} what ${JSON.stringify(rule.name)} would allow at ${priority}: give a firstPriority below ${denying.priority}. See ${securityRulesPage}`,
      });
    }
    return priority;
  });
  return { priorities, obstacles };
}

/** Whether an existing rule denies something that a wanted rule allows. */
function denies(existing: ExistingSecurityRuleArgs, wanted: Wanted): boolean {
  const { access = "Allow", protocol = "*", sourceAddressPrefix, sourceAddressPrefixes = [] } = existing;
  const { destinationAddressPrefix, destinationAddressPrefixes = [] } = existing;
  const { destinationPortRange, destinationPortRanges = [] } = existing;
  if (access !== "Deny" || !["*", "tcp"].includes(protocol.toLowerCase())) return false;
  const sources = several(sourceAddressPrefix, sourceAddressPrefixes);
  if (!sources.some((source) => ["*", "0.0.0.0/0", "VirtualNetwork"].includes(source))) return false;
  const everywhere = wanted.own ? ["*", "0.0.0.0/0"] : ["*", "0.0.0.0/0", "Internet"];
  const covered: (string | undefined)[] = [...everywhere, wanted.serviceTag];
  const destinations = several(destinationAddressPrefix, destinationAddressPrefixes);
  if (!destinations.some((destination) => covered.includes(destination))) return false;
  return several(destinationPortRange, destinationPortRanges).some((range) =>
    wanted.ports.some((port) => includes(range, port)),
  );
}

function several(one: string | undefined, more: readonly string[]): readonly string[] {
  if (one !== undefined && one !== "") return [one, ...more];
  return more.length > 0 ? more : ["*"];
}

function includes(range: string, port: number): boolean {
  if (range === "*") return true;
  const [first, last = first] = range.split("-").map(Number);
  return first !== undefined && last !== undefined && port >= first && port <= last;
}

/** Reports existing rules that are given wrongly. */
export function checkExistingRules(rules: readonly ExistingSecurityRuleArgs[], path: string, problems: Problems): void {
  for (const [index, { priority, direction = "Outbound", access = "Allow" }] of rules.entries()) {
    const at = `${path}[${index}]`;
    if (!isPriority(priority)) problems.add(`${at}.priority`, notAPriority(priority));
    const wrongDirection = notOneOf(direction, ["Inbound", "Outbound"]);
    if (wrongDirection !== undefined) problems.add(`${at}.direction`, wrongDirection);
    const wrongAccess = notOneOf(access, ["Allow", "Deny"]);
    if (wrongAccess !== undefined) problems.add(`${at}.access`, wrongAccess);
  }
}

/** Whether a security rule may have a priority. */
export function isPriority(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value <= 4096;
}

/** What to say of one that no security rule may have. */
export function notAPriority(value: number): string {
  return `${value} is not a priority: a whole number from 100 to 4096. See ${securityRulesPage}`;
}
