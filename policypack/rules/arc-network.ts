import { type ArcEgress, egressIn } from "../stack/arc-egress";
import type { Stack } from "../stack/stack";
import { judge } from "./judge";
import type { Answer, Rule } from "./rule";

/** A check that asks the same of every set of rules by which machines are let out, as far as it is for Arc-enabled servers. */
export function everyArcEgress(
  isForArc: (egress: ArcEgress) => boolean,
  ask: (egress: ArcEgress, stack: Stack) => Answer,
): Rule["check"] {
  return (stack) =>
    egressIn(stack)
      .filter(isForArc)
      .map((egress) => judge(egress.resource, () => ask(egress, stack)));
}

/** The property that has the rules of such a set. */
export function rulesProperty({ resource }: ArcEgress): string {
  if (resource.type === "network:NetworkSecurityGroup") return "securityRules";
  return resource.type === "network:FirewallPolicy" ? "ruleCollections" : "networkRuleCollections";
}

/** Why rules of a network are left as they are by a remediation. */
export const egressNotRemediable =
  "The rules of a network are resources of their own, with priorities among all others, and a remediation sees one resource.";
