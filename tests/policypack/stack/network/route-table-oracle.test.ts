import assert from "node:assert/strict";
import fc from "fast-check";
import { RouteTable } from "../../../../policypack/stack/network/route-table";
import { NotKnown } from "../../../../policypack/stack/properties";
import { type Declared, stackOf, unknown } from "../../fixture";
import { choices, expectAgreement, has, ownPrefix, type Question, question, tags } from "./oracle";

/** A route of one's own before it is written as a resource. */
interface OwnRoute {
  readonly prefix: string;
  readonly hop: string;
  readonly appliance: string;
  readonly isSeparate: boolean;
}

const cidrs = ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "10.0.0.0/29", "10.9.0.1/32", "10.0.0.4/30"];
const publicCidrs = ["20.0.0.0/29", "20.0.0.0/30", "20.0.0.3/32", "20.0.0.4", "::/0"];
const tagged = ["AzureUpdateDelivery", "AzureCloud", tags.hasNot];

const routes: fc.Arbitrary<readonly OwnRoute[]> = fc
  .uniqueArray(
    fc.record({
      prefix: fc.oneof(
        { arbitrary: fc.constantFrom(...cidrs, ...publicCidrs), weight: 6 },
        { arbitrary: fc.constantFrom(...tagged, unknown), weight: 1 },
      ),
      hop: fc.oneof(
        { arbitrary: fc.constantFrom("Internet", "None", "VirtualAppliance", "VirtualAppliance"), weight: 6 },
        { arbitrary: fc.constantFrom("VirtualNetworkGateway", "VnetLocal", unknown), weight: 1 },
      ),
      appliance: fc.constantFrom("10.0.0.4", "10.0.0.4", "10.0.0.5", unknown),
      isSeparate: fc.boolean(),
    }),
    { selector: ({ prefix }) => prefix, maxLength: 5 },
  )
  .filter((list) => list.filter(({ prefix }) => prefix === unknown).length <= 1);

/** A route that matches in some world, with the length by which it is compared: its own, or one that the world gives it. */
interface Match {
  readonly length: number;
  readonly isOwn: boolean;
  readonly answers: readonly string[];
}

function answersOf({ hop, appliance }: OwnRoute, index: number): readonly string[] {
  if (hop === unknown) return ["one", "another"];
  if (hop !== "VirtualAppliance") return [hop];
  return [`VirtualAppliance ${appliance === unknown ? `of route ${index}` : appliance}`];
}

const system: readonly (readonly [string, string])[] = [
  [ownPrefix, "VnetLocal"],
  ["10.0.0.0/8", "None"],
  ["172.16.0.0/12", "None"],
  ["0.0.0.0/0", "Internet"],
];

function* answers(list: readonly OwnRoute[], { destinations, beyond }: Question): Generator<string> {
  const lengths = list.map(({ prefix }, index) => {
    if (prefix === unknown) return [-1, 31.9];
    if (!tagged.includes(prefix)) return [0];
    // No prefix of a tag is that long, or that short, that it could not be longer or shorter than another one's.
    const present = [0.3 + index / 100, 31.3 + index / 100, 0.5 - index / 100, 31.5 - index / 100];
    return prefix === "AzureCloud" ? [-1, ...present] : prefix === tags.hasNot ? [-1] : present;
  });
  for (const destination of destinations) {
    const isPrivate = has("10.0.0.0/8", destination);
    const mayBeJoined = isPrivate && !has(ownPrefix, destination) && beyond.some((each) => has(each, destination));
    for (const chosen of choices(lengths)) {
      const matches = list.flatMap((route, index): Match[] => {
        const { prefix } = route;
        const given = chosen[index] ?? -1;
        if (given < 0 || (prefix === "AzureCloud" && isPrivate)) return [];
        if (given > 0) return [{ length: given, isOwn: true, answers: answersOf(route, index) }];
        const length = Number(prefix.split("/")[1] ?? "32");
        return has(prefix, destination) ? [{ length, isOwn: true, answers: answersOf(route, index) }] : [];
      });
      const all = [
        ...matches,
        ...system
          .filter(([prefix]) => has(prefix, destination))
          .map(([prefix, hop]) => ({ length: Number(prefix.split("/")[1]), isOwn: false, answers: [hop] })),
      ];
      yield* best(all).answers;
      if (mayBeJoined) yield* best([...all, { length: 31.95, isOwn: false, answers: ["joined"] }]).answers;
    }
  }
}

function best(matches: readonly Match[]): Match {
  const rank = ({ length, isOwn }: Match) => length * 2 + (isOwn ? 0.001 : 0);
  return matches.reduce((one, other) => (rank(other) > rank(one) ? other : one));
}

function declared(list: readonly OwnRoute[]): readonly Declared[] {
  const written = list.map(({ prefix, hop, appliance }, index) => ({
    name: `route-${index}`,
    addressPrefix: prefix,
    nextHopType: hop,
    ...(hop === "VirtualAppliance" || hop === unknown ? { nextHopIpAddress: appliance } : {}),
  }));
  return [
    {
      name: "spokes",
      type: "azure-native:network:RouteTable",
      inputs: {
        routeTableName: "spokes",
        resourceGroupName: "fleet",
        routes: written.filter((_, index) => list[index]?.isSeparate === false),
      },
    },
    ...written
      .filter((_, index) => list[index]?.isSeparate)
      .map((inputs) => ({
        name: inputs.name,
        type: "azure-native:network:Route",
        inputs: { ...inputs, routeTableName: "spokes", resourceGroupName: "fleet" },
      })),
  ];
}

describe("a route table, beside an oracle that tries every world", () => {
  it("finds the route where all possible worlds agree, and does not know where they do not", () => {
    let agreed = 0;
    const runs = 10_000;
    fc.assert(
      fc.property(routes, question([443]), (list, asked) => {
        const stack = stackOf(...declared(list));
        const [resource] = stack.ofType("network:RouteTable");
        assert.ok(resource !== undefined);
        const decide = () => {
          const route = new RouteTable(resource, stack).routeTo(asked.flow);
          if (route.nextHopType !== "VirtualAppliance") return route.nextHopType;
          try {
            return `VirtualAppliance ${route.nextHopIpAddress()}`;
          } catch (error) {
            if (!(error instanceof NotKnown)) throw error;
            return `VirtualAppliance of route ${route.name.replace("route-", "")}`;
          }
        };
        if (expectAgreement(answers(list, asked), decide, () => ({ list, asked }))) agreed++;
      }),
      { numRuns: runs },
    );
    assert.ok(agreed > runs / 4 && agreed < runs * 0.95, `worlds agree in ${agreed} of ${runs} cases`);
  }).timeout(60_000);
});
