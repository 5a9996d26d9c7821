import assert from "node:assert/strict";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { type Registration, register } from "../../../tools/registration";
import { argumentsLike, outputOf, problemsIn, withOutputs } from "./arbitrary";
import { cases } from "./cases";
import { estate } from "./cases/estate";
import { brokenIn, recordOf } from "./policy-pack";

const runs = 200;

// azure-native gives each resource an alias for every older version of its type, which take most of the time and tell
// the rules nothing.
const options: pulumi.ComponentResourceOptions = {
  transformations: [({ props, opts }) => ({ props, opts: { ...opts, aliases: [] } })],
};

describe("whatever arguments a constructor takes, no rule of the policy pack is broken by", () => {
  for (const { component: Component, accepted, outputs, against = [], beside } of cases) {
    it(Component.name, async () => {
      let stacks = 0;

      /** The stack that arguments make, or nothing where they are refused with the arguments that are wrong. */
      async function stackWith(args: object, mode: "preview" | "deployment"): Promise<Registration[] | undefined> {
        let refused = false;
        const registrations = await register(() => {
          const given = mode === "preview" ? withOutputs(args, outputs, laterOutput()) : args;
          try {
            const made = new Component("it", given, options);
            beside?.(made, args, options);
          } catch (error) {
            assert.ok(problemsIn(error).length > 0);
            refused = true;
          }
        }, mode);
        if (refused) return undefined;
        const component = registrations.find(({ name, custom }) => name === "it" && !custom);
        assert.ok(component?.registeredOutputs, "the component was not registered to its end");
        return registrations;
      }

      const check = (stack: Registration[]) => {
        const broken = brokenIn([...estate, ...stack.map(recordOf)]);
        assert.deepEqual(
          broken.filter((rule) => !against.includes(rule)),
          [],
        );
      };

      for (const args of accepted) {
        const stack = await stackWith(args, "deployment");
        assert.ok(stack, "arguments that should be accepted are refused");
        check(stack);
      }
      await fc.assert(
        fc.asyncProperty(argumentsLike(accepted), async (args) => {
          const deployed = await stackWith(args, "deployment");
          if (deployed === undefined) return;
          stacks += 1;
          check(deployed);
          const urns = deployed.map(({ urn }) => urn);
          assert.deepEqual(urns, [...new Set(urns)], "two resources have one URN");
          const previewed = await stackWith(args, "preview");
          if (previewed !== undefined) check(previewed);
        }),
        { numRuns: runs, seed: 20261123, endOnFailure: true },
      );
      assert.ok(stacks >= runs / 5, `${stacks} of ${runs} argument sets were accepted`);
    }).timeout(120_000);
  }
});

/** What makes outputs of a resource that does not exist yet. */
function laterOutput() {
  return outputOf(new UserAssignedIdentity("earlier", { resourceGroupName: "patching" }, options));
}
