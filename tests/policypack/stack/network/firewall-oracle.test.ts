import assert from "node:assert/strict";
import fc from "fast-check";
import { Firewall } from "../../../../policypack/stack/network/firewall";
import { type Declared, stackOf, unknown } from "../../fixture";
import { choices, expectAgreement, fqdnTags, has, hasPort, type Question, question } from "./oracle";

/** A rule of a firewall before it is written as a resource. */
interface Rule {
  readonly isNetwork: boolean;
  readonly from: string;
  readonly to: string;
  readonly ports: string;
  readonly protocol: string;
  /** A name, or one of the FQDN tags. */
  readonly fqdn: string;
  readonly application: string;
}

/** A collection with one rule, in a group of its own of the policy or of its parent. */
interface Collection {
  readonly isParent: boolean;
  readonly group: number;
  readonly priority: number;
  readonly access: string;
  readonly rule: Rule;
}

const collection: fc.Arbitrary<Omit<Collection, "priority">> = fc.record({
  isParent: fc.boolean(),
  group: fc.constantFrom(200, 300),
  access: fc.constantFrom("Allow", "Deny", "Allow", "Deny", unknown),
  rule: fc.record({
    isNetwork: fc.boolean(),
    from: fc.constantFrom("*", "*", "10.0.0.0/30", "10.0.0.4-10.0.0.5", "10.0.0.0/29", unknown),
    to: fc.constantFrom("*", "*", "20.0.0.0/30", "20.0.0.3", "20.0.0.4-20.0.0.5", "2000::/3", "AzureCloud", unknown),
    ports: fc.constantFrom("*", "80", "443", "80-90", unknown),
    protocol: fc.constantFrom("TCP", "Any", "UDP", unknown),
    fqdn: fc.constantFrom(
      ...["*", "a.example.com", "*.example.com", "*.example.org", "example.com", unknown],
      ...Object.values(fqdnTags),
      "AppServiceEnvironment",
    ),
    application: fc.constantFrom("Http", "Https", unknown),
  }),
});

const collections: fc.Arbitrary<readonly Collection[]> = fc
  .tuple(fc.array(collection, { maxLength: 4 }), fc.shuffledSubarray([100, 101, 102, 103], { minLength: 4 }))
  .map(([list, priorities]) => list.map((each, index) => ({ ...each, priority: priorities[index] ?? 100 })))
  .filter((list) => JSON.stringify(list).split(unknown).length <= 4);

interface World {
  readonly source: string;
  readonly destination: string;
  readonly name: string;
  readonly isCloud: boolean;
  /** The FQDN tags that have the name, of those that may. */
  readonly tags: readonly string[];
}

/** The names that stand for all of a family. */
const examples: Readonly<Record<string, readonly string[]>> = {
  "*.example.com": ["a.example.com", "z.example.com", "a.b.example.com"],
};

function isName(target: string, { name, tags }: World): boolean {
  if (!target.includes(".") && target !== "*") return tags.includes(target);
  return target.startsWith("*") ? name.length >= target.length && name.endsWith(target.slice(1)) : name === target;
}

function matches(
  { isNetwork, ...rule }: Rule,
  world: World,
  { flow }: Question,
  chosen: (key: string) => boolean,
): boolean {
  const is = (key: Exclude<keyof Rule, "isNetwork">, test: (text: string) => boolean) =>
    rule[key] === unknown ? chosen(key) : test(rule[key]);
  if (!is("from", (text) => has(text, world.source))) return false;
  if (!isNetwork) {
    if (flow.protocol !== "Tcp") return false;
    const speaks = is("application", (text) => text.toUpperCase() === flow.application);
    // Application rules of these tests have one port: the first of the range.
    return (
      speaks && is("ports", (text) => applicationPort(text) === flow.port) && is("fqdn", (text) => isName(text, world))
    );
  }
  return (
    is("protocol", (text) => text === "Any" || text.toLowerCase() === flow.protocol.toLowerCase()) &&
    is("ports", (text) => hasPort(text, flow.port)) &&
    is("to", (text) => {
      if (text === "AzureCloud") return world.isCloud && !world.destination.startsWith("10.");
      return has(text, world.destination);
    })
  );
}

/** Whether an FQDN tag may have a name: one whose names are not documented may have any. */
function mayHaveName(tag: string, name: string): boolean {
  return tag !== fqdnTags.mayHave || name === "login.live.com";
}

function applicationPort(text: string): number {
  return text === "443" ? 443 : 80;
}

function* answers(list: readonly Collection[], asked: Question): Generator<string> {
  const order = [...list].sort(
    (one, other) =>
      Number(other.rule.isNetwork) - Number(one.rule.isNetwork) ||
      Number(other.isParent) - Number(one.isParent) ||
      one.group - other.group ||
      one.priority - other.priority,
  );
  const keys = ["from", "to", "ports", "protocol", "fqdn", "application"] as const;
  const lost = order.flatMap(({ rule }, index) =>
    keys.filter((key) => rule[key] === unknown).map((key) => `${index} ${key}`),
  );
  const clouds = order.some(({ rule }) => rule.to === "AzureCloud") ? [true, false] : [false];
  const possible = [fqdnTags.mayHave, "AppServiceEnvironment"].filter((tag) =>
    order.some(({ rule }) => rule.fqdn === tag),
  );
  for (const choice of choices(lost.map(() => [true, false]))) {
    for (const destination of asked.destinations) {
      for (const source of asked.sources) {
        for (const name of asked.names.flatMap((each) => examples[each] ?? [each])) {
          for (const [isCloud, ...mayHave] of choices([clouds, ...possible.map(() => [true, false])])) {
            const undocumented = possible.filter((tag, index) => mayHave[index] && mayHaveName(tag, name));
            const world = {
              source,
              destination,
              name,
              isCloud: isCloud === true,
              tags: [fqdnTags.has, ...undocumented],
            };
            const first = order.find(({ rule }, index) =>
              matches(rule, world, asked, (key) => choice[lost.indexOf(`${index} ${key}`)] === true),
            );
            if (first?.access === unknown) yield* ["Allow", "Deny"];
            else yield first?.access ?? "Deny";
          }
        }
      }
    }
  }
}

function declared(list: readonly Collection[]): readonly Declared[] {
  const policy = (name: string, change: object = {}, from: Declared["from"] = {}): Declared => ({
    name,
    type: "azure-native:network:FirewallPolicy",
    inputs: { firewallPolicyName: name, resourceGroupName: "fleet", ...change },
    from,
  });
  const groups = [true, false].flatMap((isParent) =>
    [300, 200].map((priority): Declared => {
      const owner = isParent ? "parent" : "child";
      const own = list.filter((each) => each.isParent === isParent && each.group === priority);
      return {
        name: `${owner}-${priority}`,
        type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
        inputs: {
          firewallPolicyName: unknown,
          resourceGroupName: "fleet",
          priority,
          ruleCollections: own.map((each) => ({
            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
            priority: each.priority,
            action: { type: each.access },
            rules: [written(each.rule)],
          })),
        },
        from: { firewallPolicyName: [owner] },
      };
    }),
  );
  return [
    {
      name: "hub",
      type: "azure-native:network:AzureFirewall",
      inputs: { azureFirewallName: "hub", resourceGroupName: "fleet", firewallPolicy: { id: unknown } },
      from: { firewallPolicy: ["child"] },
    },
    policy("parent"),
    policy("child", { basePolicy: { id: unknown } }, { basePolicy: ["parent"] }),
    ...groups,
  ];
}

function written({ isNetwork, from, to, ports, protocol, fqdn, application }: Rule): object {
  if (isNetwork) {
    const where = { sourceAddresses: [from], destinationAddresses: [to], destinationPorts: [ports] };
    return { ruleType: "NetworkRule", ipProtocols: [protocol], ...where };
  }
  const port = ports === unknown ? unknown : applicationPort(ports);
  const protocols = [{ protocolType: application, port }];
  const isTag = [...Object.values(fqdnTags), "AppServiceEnvironment"].includes(fqdn);
  const targets = isTag ? { fqdnTags: [fqdn] } : { targetFqdns: [fqdn] };
  return { ruleType: "ApplicationRule", sourceAddresses: [from], ...targets, protocols };
}

describe("a firewall, beside an oracle that tries every world", () => {
  it("decides where all worlds agree, save for families of names, and does not know where they do not", () => {
    let agreed = 0;
    const runs = 10_000;
    fc.assert(
      fc.property(collections, question([80, 443]), (list, asked) => {
        const stack = stackOf(...declared(list));
        const [resource] = stack.ofType("network:AzureFirewall");
        assert.ok(resource !== undefined);
        const decide = () => new Firewall(resource, stack).decide(asked.flow).access;
        const isComplete = asked.names.every((each) => examples[each] === undefined);
        if (expectAgreement(answers(list, asked), decide, () => ({ list, asked }), isComplete)) agreed++;
      }),
      { numRuns: runs },
    );
    assert.ok(agreed > runs / 4 && agreed < runs * 0.95, `worlds agree in ${agreed} of ${runs} cases`);
  }).timeout(60_000);
});
