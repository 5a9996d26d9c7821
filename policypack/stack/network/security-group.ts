import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { all, type Candidate, type Condition, firstMatch, firstMatches, not } from "./cases";
import { caseOf, isInVirtualNetwork } from "./conditions";
import type { Decision, Flow, Resources } from "./flow";
import { isPartOf } from "./linked";
import { inOrder } from "./order";
import { type Ranges, union } from "./ranges";
import { SecurityRule } from "./security-rule";

const kind = { type: "network:NetworkSecurityGroup", nameProperty: "networkSecurityGroupName" };

/** A network security group of the stack, with the rules that it has itself and those that are resources of their own. */
export class SecurityGroup {
  constructor(
    readonly resource: StackResource,
    private readonly stack: Resources,
  ) {}

  /**
   * What it does with an outbound connection, and by which rule: a rule of its own or one of Azure's default rules.
   * Throws {@link NotKnown} where what is not known decides.
   */
  decide(flow: Flow): Decision {
    return firstMatch(caseOf(flow), this.candidates(flow), (one, other) => one.access === other.access);
  }

  /** The addresses to which it allows a connection for certain, and those to which it may. */
  allowed(flow: Flow): { readonly certain: Ranges; readonly possible: Ranges } {
    const matches = firstMatches(caseOf(flow), this.candidates(flow)).filter(({ result }) => {
      const decision = attempt(result);
      return decision instanceof NotKnown || decision.access === "Allow";
    });
    const certain = matches.filter(
      ({ of, holds, result }) =>
        holds === true && Object.keys(of.assumed).length === 0 && !(attempt(result) instanceof NotKnown),
    );
    const addresses = (list: typeof matches) => union(...list.map(({ of }) => of.destinations));
    return { certain: addresses(certain), possible: addresses(matches) };
  }

  private candidates(flow: Flow): readonly Candidate<Decision>[] {
    const rules = this.rules.map((rule, index) => ({
      key: `security rule ${index}`,
      priority: rule.priority,
      candidates: [rule.candidate(flow)],
    }));
    return [...inOrder(rules), ...this.defaults(flow)];
  }

  /** The rules that are, or may be, part of the group. */
  private get rules(): readonly SecurityRule[] {
    const { resource, stack } = this;
    const own = resource.quoted(() => resource.settings.objects("securityRules"));
    return [
      ...own.map((settings) => new SecurityRule(settings, resource, resource, stack)),
      ...stack.ofType("network:SecurityRule").map((each) => {
        const isPart = attempt(() => isPartOf(each, "networkSecurityGroupName", resource, kind));
        return new SecurityRule(each.settings, each, resource, stack, isPart);
      }),
    ];
  }

  /** The rules for outbound connections that Azure gives every group. */
  private defaults(flow: Flow): readonly Candidate<Decision>[] {
    const isVirtual = isInVirtualNetwork(flow);
    return [
      this.byDefault("65000 AllowVnetOutBound", "Allow", isVirtual),
      this.byDefault("65001 AllowInternetOutBound", "Allow", not(isVirtual)),
      this.byDefault("65500 DenyAllOutBound", "Deny", all()),
    ];
  }

  private byDefault(name: string, access: Decision["access"], condition: Condition): Candidate<Decision> {
    const description = `default security rule ${name} of network security group ${this.resource.name}`;
    const rule = { name, resource: this.resource, property: undefined, isDefault: true, description };
    return { condition, result: () => ({ access, rule }) };
  }
}
