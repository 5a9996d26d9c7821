import type { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { all, type Candidate, firstMatch } from "./cases";
import { caseOf } from "./conditions";
import { collectionsIn } from "./firewall-collection";
import { policyNamedBy, rulesOfPolicy, withParents } from "./firewall-policy";
import type { Decision, Flow, Resources } from "./flow";
import { inOrder } from "./order";

/** An Azure Firewall of the stack, with the rules of its policy, or its own where it has none. */
export class Firewall {
  constructor(
    readonly resource: StackResource,
    private readonly stack: Resources,
  ) {}

  /**
   * What it does with a connection that reaches it, and by which rule, or by the default, which denies. Throws
   * {@link NotKnown} where what is not known decides.
   */
  decide(flow: Flow): Decision {
    const candidates = [...this.rules(flow), this.byDefault];
    return firstMatch(caseOf(flow), candidates, (one, other) => one.access === other.access);
  }

  /** Its rules in the order in which it takes them: network rules first, those of a policy's parents before its own. */
  private rules(flow: Flow): readonly Candidate<Decision>[] {
    const { resource, stack } = this;
    const layers = ["network", "application"] as const;
    if (resource.settings.has("firewallPolicy")) {
      const policies = withParents(policyNamedBy(resource, "firewallPolicy", stack), stack);
      return layers.flatMap((layer) => policies.flatMap((policy) => rulesOfPolicy(policy, layer, flow, stack)));
    }
    const of = `firewall ${resource.name}`;
    return layers.flatMap((layer) => {
      const topLevel = `${layer}RuleCollections` as const;
      return inOrder(collectionsIn({ layer, owner: resource, topLevel, of }, flow, stack));
    });
  }

  private get byDefault(): Candidate<Decision> {
    const description = `the default of firewall ${this.resource.name}, which denies what no rule allows`;
    const rule = { name: "default", resource: this.resource, property: undefined, isDefault: true, description };
    return { condition: all(), result: () => ({ access: "Deny", rule }) };
  }
}
