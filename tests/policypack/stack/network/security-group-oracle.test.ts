import assert from "node:assert/strict";
import fc from "fast-check";
import { SecurityGroup } from "../../../../policypack/stack/network/security-group";
import { type Declared, stackOf, unknown } from "../../fixture";
import { choices, expectAgreement, has, hasPort, ownPrefix, type Question, question, tags } from "./oracle";

/** A security rule before it is written as a resource: `unknown` may stand for any value, also in lists. */
interface Rule {
  /** `unknown` for one that is not known. */
  readonly priority: number | string;
  readonly access: string;
  readonly direction: string;
  readonly protocol: string;
  readonly from: readonly string[];
  readonly fromPorts: readonly string[];
  readonly to: readonly string[];
  readonly ports: readonly string[];
  readonly isSeparate: boolean;
}

const some = (...values: readonly string[]) => fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const mostly = (known: readonly string[], other: readonly string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 5 }, { arbitrary: fc.constantFrom(...other), weight: 1 });

const rule: fc.Arbitrary<Omit<Rule, "priority">> = fc.record({
  access: mostly(["Allow", "Deny"], [unknown]),
  direction: mostly(["Outbound", "outbound"], ["Inbound", unknown]),
  protocol: mostly(["*", "Tcp", "TCP"], ["Udp", "Icmp", unknown]),
  from: fc.oneof(
    fc.constantFrom(["*"], ["VirtualNetwork"], ["10.0.0.0/29"]),
    some("10.0.0.0/30", "10.0.0.4/30", "10.0.0.4", "10.0.0.0/31", "fd00::/8", "Internet", unknown),
  ),
  fromPorts: fc.oneof(fc.constant(["*"]), some("*", "0-1023", "1024-40000", "40001-65535", unknown)),
  to: some(
    "*",
    "0.0.0.0/0",
    "Internet",
    "VirtualNetwork",
    "AzureUpdateDelivery",
    "azureupdatedelivery.Part",
    "AzureUpdateDelivery.Part.westeurope",
    "GuestAndHybridManagement",
    "AzureCloud",
    "AzureLoadBalancer",
    "20.0.0.0/30",
    "20.0.0.4/30",
    "20.0.0.0/31",
    "20.0.0.3",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "10.0.0.0/8",
    "10.9.0.1/32",
    "2000::/3",
    unknown,
  ),
  ports: fc.oneof(fc.constantFrom(["*"], ["80"]), some("80", "443", "80-90", "400-500", "8530", unknown)),
  isSeparate: fc.boolean(),
});

const rules: fc.Arbitrary<readonly Rule[]> = fc
  .tuple(fc.array(rule, { maxLength: 4 }), fc.shuffledSubarray([100, 200, 300, 4096], { minLength: 4 }), fc.nat(11))
  .map(([list, priorities, lost]) =>
    list.map((each, index) => ({ ...each, priority: index === lost ? unknown : (priorities[index] ?? 100) })),
  )
  .filter((list) => JSON.stringify(list).split(unknown).length <= 4);

/** What is not known of the world, beyond the rules: where the connection goes and comes from. */
interface World {
  readonly source: string;
  readonly sourcePort: number;
  readonly destination: string;
  readonly isJoined: boolean;
  /** Whether the tags that nobody documents for the destination have it. */
  readonly isTagged: Readonly<Record<string, boolean>>;
}

/** The worlds that differ in what some rule looks at; the others have the same answers. */
function* worldsOf(list: readonly Rule[], { sources, destinations, beyond }: Question): Generator<World> {
  const texts = new Set(
    list.flatMap(({ from, fromPorts, to }) => [...to, ...from, ...fromPorts.map((each) => `port ${each}`)]),
  );
  const either = (isOf: boolean) => (isOf ? [true, false] : [false]);
  const looksAtPorts = [...texts].some((each) => each.startsWith("port ") && each !== "port *");
  for (const destination of destinations) {
    for (const isJoined of either(beyond.length > 0)) {
      for (const source of sources) {
        for (const sourcePort of looksAtPorts ? [1024, 40000, 40001, 65535] : [1024]) {
          for (const cloud of either(texts.has("AzureCloud"))) {
            for (const regional of either(texts.has(regionalTag))) {
              const isTagged = { AzureCloud: cloud, [regionalTag]: regional };
              yield { source, sourcePort, destination, isJoined, isTagged };
            }
          }
        }
      }
    }
  }
}

const regionalTag = "AzureUpdateDelivery.Part.westeurope";

function isVirtual({ destination, isJoined }: World, { beyond }: Question): boolean {
  return has(ownPrefix, destination) || (isJoined && beyond.some((each) => has(each, destination)));
}

function isTo(text: string, world: World, asked: Question): boolean {
  if (text === "VirtualNetwork") return isVirtual(world, asked);
  if (text === "Internet") return !isVirtual(world, asked);
  if (text === "AzureLoadBalancer" || text === tags.hasNot) return false;
  if (text.toLowerCase() === "azureupdatedelivery" || text.toLowerCase() === "azureupdatedelivery.part") return true;
  const tagged = world.isTagged[text];
  return tagged === undefined ? has(text, world.destination) : tagged && !has("10.0.0.0/8", world.destination);
}

/** Whether a rule matches, where `unknown` has been replaced by what is always or never the case. */
function matches(each: Rule, world: World, asked: Question, isAlways: (path: string) => boolean): boolean {
  const any = (name: string, list: readonly string[], is: (text: string) => boolean) =>
    list.some((text, index) => (text === unknown ? isAlways(`${name}${index}`) : is(text)));
  return (
    any("direction", [each.direction], (text) => text.toLowerCase() === "outbound") &&
    any(
      "protocol",
      [each.protocol],
      (text) => text === "*" || text.toLowerCase() === asked.flow.protocol.toLowerCase(),
    ) &&
    any("ports", each.ports, (text) => hasPort(text, asked.flow.port)) &&
    any("fromPorts", each.fromPorts, (text) => hasPort(text, world.sourcePort)) &&
    any("to", each.to, (text) => isTo(text, world, asked)) &&
    any("from", each.from, (text) => text === "VirtualNetwork" || (text !== "Internet" && has(text, world.source)))
  );
}

/** The answers of every possible world, one after the other. */
function* answers(list: readonly Rule[], asked: Question): Generator<string> {
  const lost = list.flatMap((each, index) =>
    (["direction", "protocol", "ports", "fromPorts", "to", "from"] as const).flatMap((name) =>
      [each[name]].flat().flatMap((text, place) => (text === unknown ? [`${index} ${name}${place}`] : [])),
    ),
  );
  for (const chosen of choices(lost.map(() => [true, false]))) {
    const isAlways = (index: number) => (path: string) => chosen[lost.indexOf(`${index} ${path}`)] === true;
    for (const world of worldsOf(list, asked)) {
      const matching = list.filter((each, index) => matches(each, world, asked, isAlways(index)));
      for (const first of firsts(matching)) {
        if (first === undefined) yield isDefaultAllow(world) ? "Allow" : "Deny";
        else if (first.access === unknown) yield* ["Allow", "Deny"];
        else yield first.access;
      }
    }
  }
}

/** The rules that may come first, for every place that a rule without a known priority may have. */
function firsts(matching: readonly Rule[]): readonly (Rule | undefined)[] {
  const places = matching.map(({ priority }) => (typeof priority === "number" ? [priority] : [1, 150, 250, 350, 4097]));
  return [...choices(places)].map((chosen) => matching[chosen.indexOf(Math.min(...chosen))]);
}

/** Azure's default rules allow whatever is in the virtual network, or outside of it. */
function isDefaultAllow({ destination }: World): boolean {
  return destination !== "";
}

function declared(list: readonly Rule[]): readonly Declared[] {
  const written = list.map((each, index) => ({
    name: `rule-${index}`,
    priority: each.priority,
    access: each.access,
    direction: each.direction,
    protocol: each.protocol,
    ...both("sourceAddressPrefix", "sourceAddressPrefixes", each.from),
    ...both("sourcePortRange", "sourcePortRanges", each.fromPorts),
    ...both("destinationAddressPrefix", "destinationAddressPrefixes", each.to),
    ...both("destinationPortRange", "destinationPortRanges", each.ports),
  }));
  return [
    {
      name: "servers",
      type: "azure-native:network:NetworkSecurityGroup",
      inputs: {
        networkSecurityGroupName: "servers",
        resourceGroupName: "fleet",
        securityRules: written.filter((_, index) => list[index]?.isSeparate === false),
      },
    },
    ...written
      .filter((_, index) => list[index]?.isSeparate)
      .map(({ name, ...inputs }) => ({
        name,
        type: "azure-native:network:SecurityRule",
        inputs: { ...inputs, networkSecurityGroupName: unknown, resourceGroupName: "fleet" },
        from: { networkSecurityGroupName: ["servers"] },
      })),
  ];
}

/** One text in the property for one, several in the list, or one in each, as Azure takes them. */
function both(single: string, list: string, texts: readonly string[]): object {
  const [first, ...rest] = texts;
  if (rest.length === 0) return first === "*" ? { [single]: first, [list]: [] } : { [list]: [first] };
  return { [single]: first, [list]: rest };
}

describe("a network security group, beside an oracle that tries every world", () => {
  it("decides where all possible worlds agree, and does not know where they do not", () => {
    let agreed = 0;
    const runs = 10_000;
    fc.assert(
      fc.property(rules, question([80, 443]), (list, asked) => {
        const stack = stackOf(...declared(list));
        const [resource] = stack.ofType("network:NetworkSecurityGroup");
        assert.ok(resource !== undefined);
        const decide = () => new SecurityGroup(resource, stack).decide(asked.flow).access;
        if (expectAgreement(answers(list, asked), decide, () => ({ list, asked }))) agreed++;
      }),
      { numRuns: runs },
    );
    assert.ok(agreed > runs / 4 && agreed < runs * 0.95, `worlds agree in ${agreed} of ${runs} cases`);
  }).timeout(60_000);
});
