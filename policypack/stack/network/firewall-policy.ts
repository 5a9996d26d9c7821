import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { all, assumption, type Candidate } from "./cases";
import { collectionsIn, type Layer, priorityOf } from "./firewall-collection";
import type { Decision, Flow, Resources } from "./flow";
import { isPartOf, meantBy } from "./linked";
import { inOrder } from "./order";

const kind = { type: "network:FirewallPolicy", nameProperty: "firewallPolicyName" };

/**
 * The policy that an input of a firewall, or of another policy, names. Throws {@link NotKnown} where that is not known, or
 * the policy is not visible here.
 */
export function policyNamedBy(owner: StackResource, property: string, stack: Resources): StackResource {
  const id = () => {
    const text = owner.settings.object(property).text("id");
    if (text !== undefined) return text;
    throw new NotKnown(`${property}.id`, "is not given");
  };
  const [policy, another] = meantBy(id, owner, property, kind, stack);
  if (policy !== undefined && another === undefined) return policy;
  throw new NotKnown(property, `of ${owner.name} may be any of several firewall policies`);
}

/** A policy after those that it inherits from, the first of which inherits from none. */
export function withParents(policy: StackResource, stack: Resources): readonly StackResource[] {
  const policies = [policy];
  let child = policy;
  while (child.settings.has("basePolicy")) {
    const parent = policyNamedBy(child, "basePolicy", stack);
    if (policies.includes(parent)) throw new NotKnown("basePolicy", `of ${child.name} leads back to itself`);
    policies.unshift(parent);
    child = parent;
  }
  return policies;
}

/** The rules in a policy's own groups, in the order in which Azure Firewall takes them. */
export function rulesOfPolicy(
  policy: StackResource,
  layer: Layer,
  flow: Flow,
  stack: Resources,
): readonly Candidate<Decision>[] {
  const of = `firewall policy ${policy.name}`;
  const groups = stack.ofType("network:FirewallPolicyRuleCollectionGroup").map((owner) => {
    const isPart = attempt(() => isPartOf(owner, "firewallPolicyName", policy, kind));
    const collections = () => inOrder(collectionsIn({ layer, owner, topLevel: "ruleCollections", of }, flow, stack));
    const isIts = isPart instanceof NotKnown ? [assumption(`${owner.urn} is part of ${policy.urn}`, () => isPart)] : [];
    return {
      key: owner.urn,
      priority: priorityOf(owner.settings, owner),
      candidates: (isPart === false ? [] : collections()).map(({ condition, result }) => ({
        condition: all(...isIts, condition),
        result,
      })),
    };
  });
  return inOrder(groups);
}
