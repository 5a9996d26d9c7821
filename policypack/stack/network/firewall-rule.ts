import { fqdnTag } from "../../../facts/network";
import { sameName } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { all, always, any, assumption, type Condition, isNamed, unknown } from "./cases";
import { goesTo, isFrom, usesPort } from "./conditions";
import type { Destination, Flow, Resources } from "./flow";
import { meantBy } from "./linked";
import { mayShareAddress, meansName } from "./names";
import { type RuleText, textsOf } from "./rule-texts";

const ipGroup = { type: "network:IpGroup", nameProperty: "ipGroupsName" };

/** A rule of Azure Firewall, of a policy or of a firewall without one: they have the same properties for the most part. */
export class FirewallRule {
  constructor(
    private readonly settings: Properties,
    /** The resource that has the rule. */
    private readonly owner: StackResource,
    /** The top-level input of this resource that the rule is in. */
    private readonly topLevel: string,
    private readonly stack: Resources,
  ) {}

  /** Its name, or else its path. */
  get name(): string {
    const name = attempt(() => this.settings.text("name"));
    return typeof name === "string" ? name : this.path;
  }

  get path(): string {
    return this.settings.path;
  }

  /** The condition that it is one of the network rules, not of the application rules, of a policy's collection. */
  get isNetworkRule(): Condition {
    const type = attempt(() => this.owner.quoted(() => this.settings.text("ruleType")));
    if (type instanceof NotKnown) return assumption(`${this.owner.urn} ${this.path} is a network rule`, () => type);
    return type === undefined ? unknown(this.missing("ruleType")) : always(() => sameName(type, "NetworkRule"));
  }

  /** The condition that it matches a connection as a network rule. */
  asNetworkRule(flow: Flow): Condition {
    const protocols = this.texts(this.settings.has("ipProtocols") ? "ipProtocols" : "protocols");
    const ports = this.texts("destinationPorts");
    const shares = `may share an address with ${askedFor(flow.destination)}`;
    const fqdns = this.texts("destinationFqdns").map((each) =>
      this.isNamed(
        each,
        (fqdn, name) => meansName(fqdn, name) === true || (mayShareAddress(fqdn, name) && "some"),
        shares,
      ),
    );
    return all(
      this.oneOf(
        "protocols",
        protocols.map((each) =>
          always(() => [flow.protocol.toLowerCase(), "any"].includes(this.read(each).toLowerCase())),
        ),
      ),
      this.oneOf("destinationPorts", ports.length === 0 ? [] : [usesPort("destination", ports, flow, this.owner)]),
      this.oneOf("destinationAddresses", [...this.places("destination", flow, goesTo), ...fqdns]),
      this.oneOf("sourceAddresses", this.places("source", flow, isFrom)),
    );
  }

  /** The condition that it matches a connection as an application rule, by the name that the machine asks for. */
  asApplicationRule(flow: Flow): Condition {
    const tags = this.texts("fqdnTags");
    const part =
      flow.destination.names.length === 0
        ? "is for names, and no document lists those that the machine asks for"
        : `may or may not have all that machines ask for of ${askedFor(flow.destination)}`;
    const targets = this.texts("targetFqdns").map((each) => this.isNamed(each, meansName, part));
    const urls = this.texts("targetUrls").map((each) =>
      this.isNamed(each, (url, name) => meansName(url.split("/")[0] ?? url, name) !== false && "some", part),
    );
    const categories = this.texts("webCategories").map(() =>
      unknown(this.because("webCategories", `may or may not have ${askedFor(flow.destination)}`)),
    );
    return all(
      always(() => flow.protocol === "Tcp"),
      any(
        // The protocols of an FQDN tag come with it.
        all(this.speaks(flow, true), any(...tags.map((each) => this.hasTag(each, flow)))),
        all(this.speaks(flow, false), any(...targets, ...urls, ...categories)),
      ),
      this.isPlain(flow),
      this.oneOf("sourceAddresses", this.places("source", flow, isFrom)),
    );
  }

  private speaks(flow: Flow, hasDefault: boolean): Condition {
    const protocols = attempt(() => this.owner.quoted(() => this.settings.objects("protocols")));
    if (protocols instanceof NotKnown) return unknown(protocols);
    if (protocols.length === 0) return hasDefault ? always(() => true) : unknown(this.missing("protocols"));
    const { application } = flow;
    return any(
      ...protocols.map((protocol) =>
        all(
          always(() => {
            const port = this.owner.quoted(() => protocol.number("port"));
            if (port !== undefined) return port === flow.port;
            throw new NotKnown(protocol.pathOf("port"), `of ${this.owner.name} is not given`);
          }),
          always(() => {
            const type = this.owner.quoted(() => protocol.text("protocolType")) ?? "";
            if (application !== undefined) return sameName(type, application);
            if (sameName(type, "Mssql")) return false;
            throw new NotKnown(
              protocol.pathOf("protocolType"),
              `of ${this.owner.name} may or may not be what is spoken`,
            );
          }),
        ),
      ),
    );
  }

  private hasTag(tag: RuleText, { destination }: Flow): Condition {
    const text = attempt(() => this.read(tag));
    if (text instanceof NotKnown) return unknown(text);
    const { names, fqdnTags = [], otherFqdnTags = [] } = destination;
    if (fqdnTags.some((each) => sameName(each, text))) return always(() => true);
    if (otherFqdnTags.some((each) => sameName(each, text))) return always(() => false);
    const because = `of ${this.owner.name} may or may not have ${askedFor(destination)}`;
    const reason = () => new NotKnown(tag.path, because);
    const isThere = assumption(`FQDN tag ${text.toLowerCase()}`, reason);
    const documented = fqdnTag(text);
    if (documented === undefined || names.length === 0) return isThere;
    const mayHave = (name: string) => documented.mayHave.some((each) => meansName(each, name) !== false);
    return all(isNamed(mayHave, reason), isThere);
  }

  private isNamed(
    target: RuleText,
    takes: (target: string, name: string) => boolean | "some",
    because: string,
  ): Condition {
    const text = attempt(() => this.read(target));
    if (text instanceof NotKnown) return unknown(text);
    return isNamed(
      (name) => takes(text, name),
      () => new NotKnown(target.path, `of ${this.owner.name} ${because}`),
    );
  }

  /** The condition that nothing narrows an application rule, or changes what passes, in a way that is not documented. */
  private isPlain({ application }: Flow): Condition {
    const narrows = this.texts("destinationAddresses").length > 0;
    const opensTls = attempt(() => this.owner.quoted(() => this.settings.boolean("terminateTLS")));
    return all(
      ...(narrows ? [unknown(this.because("destinationAddresses", "narrows an application rule"))] : []),
      ...(opensTls instanceof NotKnown ? [unknown(opensTls)] : []),
      ...(opensTls === true && application !== "HTTP"
        ? [unknown(this.because("terminateTLS", "has TLS opened, which machines may not take"))]
        : []),
    );
  }

  /** The conditions of the addresses and IP groups of one side. */
  private places(
    side: "source" | "destination",
    flow: Flow,
    has: (texts: readonly RuleText[], flow: Flow, owner: StackResource) => Condition,
  ): readonly Condition[] {
    const addresses = this.texts(`${side}Addresses`);
    const groups = this.texts(`${side}IpGroups`).map((each) => {
      const meant = attempt(() => meantBy(each.text, this.owner, this.topLevel, ipGroup, this.stack));
      if (meant instanceof NotKnown) return unknown(meant);
      const conditions = meant.map((group) => has(textsOf(group.settings, ["ipAddresses"]), flow, group));
      const because = `of ${this.owner.name} may be any of several IP groups`;
      return any(all(...conditions), all(any(...conditions), unknown(new NotKnown(each.path, because))));
    });
    return [...(addresses.length > 0 ? [has(addresses, flow, this.owner)] : []), ...groups];
  }

  /** One of the conditions; without any, the rule is none that Azure takes. */
  private oneOf(property: string, conditions: readonly Condition[]): Condition {
    return conditions.length === 0 ? unknown(this.missing(property)) : any(...conditions);
  }

  private texts(list: string): readonly RuleText[] {
    return textsOf(this.settings, [list]);
  }

  private read({ text }: RuleText): string {
    return this.owner.quoted(text);
  }

  private missing(property: string): NotKnown {
    return this.because(property, "is not given");
  }

  private because(property: string, because: string): NotKnown {
    return new NotKnown(this.settings.pathOf(property), `of ${this.owner.name} ${because}`);
  }
}

/** The names that a machine asks for in words: what is told by names is not told by an address. */
function askedFor({ names }: Destination): string {
  return names.length === 0 ? "the names that the machine asks for, which are not documented" : names.join(" or ");
}
