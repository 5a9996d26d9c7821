import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import * as fc from "fast-check";
import { designUpdateNetworkRules } from "../../../components/update-network-rules/design";
import type { Destination } from "../../../components/update-network-rules/destination";
import type { SecurityRuleDesign } from "../../../components/update-network-rules/security-rules";
import { Cloud } from "../../../facts/cloud";
import { LinuxDistribution, type UpdateNetworkRulesArgs, UpdateProtocol, type UpdateSourcesArgs } from "../../../index";
import { problemsOf } from "./problems-of";

const address = fc.ipV4();
const addresses = fc.uniqueArray(address, { minLength: 1, maxLength: 4 });
const port = fc.integer({ min: 1, max: 65535 });
const hosts = fc.uniqueArray(fc.constantFrom("a.example.com", "*.example.com", "updates"), { minLength: 1 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const repositories = fc
  .array(
    fc.record({ fqdns: optional(hosts), addresses, protocol: fc.constantFrom(...Object.values(UpdateProtocol)), port }),
  )
  .map((list) => list.map((repository, index) => ({ ...repository, name: `r${index}` })));

const sources: fc.Arbitrary<UpdateSourcesArgs> = fc.record({
  windowsUpdate: fc.boolean(),
  microsoftUpdate: fc.boolean(),
  wsus: optional(fc.record({ fqdns: optional(hosts), addresses })),
  rhui: fc.boolean(),
  suse: optional(fc.record({ addresses, httpsOnly: fc.boolean() })),
  linuxDistributions: fc.uniqueArray(fc.constantFrom(...Object.values(LinuxDistribution))),
  ubuntuPro: fc.boolean(),
  privateRepositories: repositories,
  arc: optional(fc.record({ installation: fc.boolean(), connection: fc.boolean() })),
});

const existingRules = fc.uniqueArray(
  fc.integer({ min: 100, max: 4096 }).map((priority) => ({ priority })),
  {
    selector: ({ priority }) => priority,
  },
);

const args: fc.Arbitrary<UpdateNetworkRulesArgs> = fc
  .record({
    resourceGroupName: fc.constant("rg"),
    cloud: fc.constantFrom(...Object.values(Cloud)),
    sources,
    sourceAddresses: fc.uniqueArray(fc.oneof(address, fc.constant("*")), { minLength: 1 }),
    networkSecurityGroup: fc.record({
      existingRules,
      allowInternet: fc.boolean(),
      firstPriority: fc.constantFrom(100, 1000),
    }),
    azureFirewall: fc.constant({}),
    natGateway: optional(fc.constant({})),
    proxy: optional(fc.record({ host: fc.constant("proxy"), port, addresses })),
  })
  .filter((given) => problemsOf(given).length === 0);

type Plain = Record<string, unknown> & { destinationAddressPrefix?: string; destinationAddressPrefixes?: string[] };

const to = ({ rule }: SecurityRuleDesign) => {
  // Every address of these arguments is plain.
  const { destinationAddressPrefix, destinationAddressPrefixes = [] } = rule as unknown as Plain;
  return [...(destinationAddressPrefix === undefined ? [] : [destinationAddressPrefix]), ...destinationAddressPrefixes];
};

/** What must be open for a destination, each as place and port. */
const needed = ({ serviceTags, addresses: at, ports }: Destination) => {
  const places: readonly pulumi.Input<string>[] =
    serviceTags.length > 0 ? serviceTags : at.length > 0 ? at : ["Internet"];
  return ports.map((one) => places.map((place) => `${place}:${one}`));
};

describe("any rules that are accepted", () => {
  const check = (
    property: (design: ReturnType<typeof designUpdateNetworkRules>, given: UpdateNetworkRulesArgs) => void,
  ) => fc.assert(fc.property(args, (given) => property(designUpdateNetworkRules("updates", given), given)));

  it("have priorities and names of their own", () =>
    check(({ securityRules }, { networkSecurityGroup }) => {
      assert.ok(securityRules);
      const { priorities } = securityRules.prioritize([]);
      const taken = networkSecurityGroup?.existingRules?.map(({ priority }) => priority) ?? [];
      assert.equal(new Set([...priorities, ...taken]).size, priorities.length + taken.length);
      assert.equal(new Set(securityRules.rules.map(({ name }) => name)).size, priorities.length);
      assert.ok(priorities.every((priority) => priority >= 100 && priority <= 4096));
    }));

  it("open everything that machines reach, and nothing besides, in a security group", () =>
    check(({ securityRules, destinations }) => {
      const open = securityRules?.rules.flatMap((rule) =>
        to(rule).flatMap((at) => rule.ports.map((one) => `${at}:${one}`)),
      );
      const direct = destinations.filter(({ viaProxy }) => !viaProxy);
      const wanted = direct.flatMap(needed).flat();
      assert.deepEqual(new Set(open), new Set(wanted));
    }));

  it("let everything through a firewall, once, by names that it takes", () =>
    check(({ firewall, destinations }) => {
      assert.ok(firewall);
      const { applicationRules, networkRules } = firewall.rules;
      const names = [...applicationRules, ...networkRules].map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
      const covered = new Set([...names, ...(names.includes("windows-update") ? windowsUpdate : [])]);
      assert.deepEqual(
        destinations.filter(({ name }) => !covered.has(name) && name !== "proxy"),
        [],
      );
      const targets = applicationRules.flatMap(({ targetFqdns = [] }) => targetFqdns).map(String);
      assert.deepEqual(
        targets.filter((target) => !/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(target)),
        [],
      );
    }));

  it("keep their priorities whatever else is asked for", () =>
    fc.assert(
      fc.property(args, args, (one, other) => {
        const existing = one.networkSecurityGroup?.existingRules;
        const prioritiesOf = (given: UpdateNetworkRulesArgs) => {
          const networkSecurityGroup = { ...given.networkSecurityGroup, existingRules: existing, firstPriority: 1000 };
          const together = { ...given, networkSecurityGroup };
          if (problemsOf(together).length > 0) return new Map<string, number | undefined>();
          const { securityRules } = designUpdateNetworkRules("updates", together);
          const { priorities = [] } = securityRules?.prioritize([]) ?? {};
          return new Map(securityRules?.rules.map(({ name }, index) => [name, priorities[index]]));
        };
        const [first, second] = [prioritiesOf(one), prioritiesOf(other)];
        for (const [name, priority] of first) assert.equal(second.get(name) ?? priority, priority);
      }),
    ));
});

const windowsUpdate = ["windows-update-http", "windows-update-https"];
