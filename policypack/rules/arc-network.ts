import type { Cloud } from "../../facts/cloud";
import { cloudOfRegion } from "../../facts/regions";
import { type ArcEgress, egressIn } from "../stack/arc-egress";
import type { StackResource } from "../stack/resource";
import type { Stack } from "../stack/stack";
import { attempt } from "../stack/three-valued";
import { judge } from "./judge";
import { seenAlone } from "./network-remediation";
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

/** The cloud that such a set is in, as far as its location is known; the public one otherwise. */
export function cloudOf({ resource }: ArcEgress): Cloud {
  const location = attempt(() => resource.settings.text("location"));
  return cloudOfRegion(typeof location === "string" ? location : "");
}

/** The set of rules that a resource has, as a remediation sees it: without those that are resources of their own. */
export function egressOf(resource: StackResource): ArcEgress | undefined {
  const [egress] = egressIn(seenAlone(resource));
  return egress;
}
