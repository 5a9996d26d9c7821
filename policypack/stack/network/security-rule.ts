import { sameName } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { isInGroups } from "./application-security-groups";
import { all, always, type Candidate, type Condition, unknown } from "./cases";
import { goesTo, isFrom, isInVirtualNetwork, usesPort } from "./conditions";
import type { DecidingRule, Decision, Flow, Resources } from "./flow";
import { type RuleText, textsOf } from "./rule-texts";

/** A rule of a network security group: one of those that it has itself, or a resource of its own. */
export class SecurityRule {
  constructor(
    private readonly settings: Properties,
    private readonly owner: StackResource,
    private readonly group: StackResource,
    private readonly stack: Resources,
    /** Whether the rule is part of the group, or why that is not known. */
    private readonly isPart: boolean | NotKnown = true,
  ) {}

  /** Its place among the rules, the lowest first, or why that is not known. */
  get priority(): number | NotKnown {
    return attempt(() => {
      const priority = this.owner.quoted(() => this.settings.number("priority"));
      if (priority !== undefined) return priority;
      throw this.missing("priority");
    });
  }

  /** What it does with a connection, and on which condition. */
  candidate(flow: Flow): Candidate<Decision> {
    const { isPart } = this;
    return {
      condition: all(
        isPart instanceof NotKnown ? unknown(isPart) : always(() => isPart),
        always(() => sameName(this.required("direction"), "Outbound")),
        always(() => [flow.protocol.toLowerCase(), "*"].includes(this.required("protocol").toLowerCase())),
        this.usesPort("destination", flow),
        this.usesPort("source", flow),
        this.goesTo(flow),
        this.isFrom(flow),
      ),
      result: () => ({ access: this.access, rule: this.deciding }),
    };
  }

  private get access(): Decision["access"] {
    const access = this.required("access");
    const known = (["Allow", "Deny"] as const).find((each) => sameName(each, access));
    if (known !== undefined) return known;
    throw new NotKnown(this.settings.pathOf("access"), `of ${this.owner.name} is neither Allow nor Deny`);
  }

  private get deciding(): DecidingRule {
    const isSeparate = this.owner !== this.group;
    const names = ["name", "securityRuleName"].map((property) => attempt(() => this.settings.text(property)));
    const name = names.find((each) => typeof each === "string") ?? (isSeparate ? this.owner.name : this.settings.path);
    return {
      name: String(name),
      resource: this.owner,
      property: isSeparate ? undefined : this.settings.path,
      isDefault: false,
      description: `security rule ${JSON.stringify(name)} of network security group ${this.group.name}`,
    };
  }

  private usesPort(side: "source" | "destination", flow: Flow): Condition {
    const texts = this.texts(`${side}PortRanges`, `${side}PortRange`);
    return texts.length === 0 ? unknown(this.missing(`${side}PortRange`)) : usesPort(side, texts, flow, this.owner);
  }

  private goesTo(flow: Flow): Condition {
    const groups = "destinationApplicationSecurityGroups";
    if (this.settings.has(groups) && !this.isWithout(groups)) {
      // Its members have addresses of the virtual network, and no flow tells which.
      const because = `of ${this.owner.name} has groups that the other side may or may not be in`;
      return all(isInVirtualNetwork(flow), unknown(new NotKnown(this.settings.pathOf(groups), because)));
    }
    const texts = this.texts("destinationAddressPrefixes", "destinationAddressPrefix");
    return texts.length === 0 ? unknown(this.missing("destinationAddressPrefix")) : goesTo(texts, flow, this.owner);
  }

  private isFrom(flow: Flow): Condition {
    const groups = "sourceApplicationSecurityGroups";
    if (this.settings.has(groups) && !this.isWithout(groups)) {
      const list = attempt(() => this.owner.quoted(() => this.settings.objects(groups)));
      if (list instanceof NotKnown) return unknown(list);
      return isInGroups(list, flow, this.owner, this.owner === this.group ? "securityRules" : groups, this.stack);
    }
    const texts = this.texts("sourceAddressPrefixes", "sourceAddressPrefix");
    return texts.length === 0 ? unknown(this.missing("sourceAddressPrefix")) : isFrom(texts, flow, this.owner);
  }

  /** Whether a list is empty, as Azure gives it back where none was given. */
  private isWithout(list: string): boolean {
    const items = attempt(() => this.settings.kindsIn(list));
    return !(items instanceof NotKnown) && items.length === 0;
  }

  private texts(list: string, single: string): readonly RuleText[] {
    return textsOf(this.settings, [list], single);
  }

  private required(property: string): string {
    const text = this.owner.quoted(() => this.settings.text(property));
    if (text !== undefined) return text;
    throw this.missing(property);
  }

  private missing(property: string): NotKnown {
    return new NotKnown(this.settings.pathOf(property), `of ${this.owner.name} is not given`);
  }
}
