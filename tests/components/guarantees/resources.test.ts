import assert from "node:assert/strict";
import { Provider } from "@pulumi/azure-native/provider";
import * as pulumi from "@pulumi/pulumi";
import { moduleSchema } from "../../../tools/azure/schema";
import { type Registration, register } from "../../../tools/registration";
import { cases } from "./cases";
import type { ComponentCase } from "./cases/case";

/** The resources below a component called `it` that is made from the first argument set of its case. */
async function childrenOf(
  { component: Component, accepted: [args = {}] }: ComponentCase,
  opts?: () => pulumi.ComponentResourceOptions,
): Promise<Registration[]> {
  const registrations = await register(() => new Component("it", args, opts?.()), "deployment");
  return registrations.filter(({ type }) => type.startsWith("azure-native:"));
}

for (const each of cases) {
  const { component: Component, accepted, children } = each;
  const [args = {}] = accepted;

  describe(`the resources of ${Component.name}`, () => {
    it("have their names for ever", async () => {
      const found = await childrenOf(each);
      assert.deepEqual(found.map(({ type, name }) => `${type} ${name}`).sort(), [...children].sort());
    });

    it("belong to the component, and to nothing else", async () => {
      const all = await register(() => new Component("it", args), "deployment");
      const owners = new Map(all.map(({ urn, parent }) => [urn, parent]));
      const roots = all.filter(({ urn }) => owners.get(urn) === "").map(({ type, name }) => `${type} ${name}`);
      assert.deepEqual(roots, [`pulumi-azure-update-manager:index:${Component.name} it`]);
      assert.ok(all.every(({ parent }) => parent === "" || owners.has(parent)));
    });

    it("are protected with the component, and made by its provider", async () => {
      const options = () => ({ protect: true, provider: new Provider("other", { subscriptionId: "other" }) });
      const found = (await childrenOf(each, options)).filter(({ name }) => name !== "other");
      assert.deepEqual([...new Set(found.map(({ protect }) => protect))], [true]);
      const providers = new Set(found.map(({ provider }) => provider.split("::").slice(2, 4).join("::")));
      assert.deepEqual([...providers], ["pulumi:providers:azure-native::other"]);
    });

    it("are reached by the component's transformations", async () => {
      const transformed: string[] = [];
      const options: pulumi.ComponentResourceOptions = {
        transformations: [
          ({ type, name }) => {
            if (type.startsWith("azure-native:")) transformed.push(`${type} ${name}`);
            return undefined;
          },
        ],
      };
      await childrenOf(each, () => options);
      assert.deepEqual(transformed.sort(), [...children].sort());
    });

    if ("tags" in args && isTagMap(args.tags)) {
      it("have the component's tags, wherever Azure has tags", async () => {
        const found = (await childrenOf(each)).filter(hasTags);
        assert.ok(found.length > 0);
        assert.deepEqual(
          found.map(({ name, inputs }) => [name, inputs.tags]),
          found.map(({ name }) => [name, args.tags]),
        );
      });
    }
  });

  describe(`the outputs of ${Component.name}`, () => {
    it("are all registered", async () => {
      let component: pulumi.ComponentResource | undefined;
      const registered = await outputsRegisteredBy(Component, () => {
        component = new Component("it", args);
      });
      const declared = Object.entries(component ?? {}).filter(([, value]) => pulumi.Output.isInstance(value));
      const names = declared.map(([name]) => name).filter((name) => name !== "urn");
      assert.ok(names.length > 0);
      assert.deepEqual(registered, names);
    });
  });
}

/** The tags of policies are a filter of machines, and mean something else. */
function isTagMap(tags: unknown): boolean {
  return tags !== null && typeof tags === "object" && "team" in tags;
}

function hasTags({ type }: Registration): boolean {
  const [, module = "", resource = ""] = type.split(":");
  return "tags" in (moduleSchema(module).resources[resource]?.inputs.properties ?? {});
}

/** The names of the outputs that components of a class register: the engine never hears of those that are undefined. */
async function outputsRegisteredBy(Component: ComponentCase["component"], program: () => void): Promise<string[]> {
  const names: string[] = [];
  const prototype = pulumi.ComponentResource.prototype as unknown as { registerOutputs(outputs: object): void };
  const { registerOutputs } = prototype;
  prototype.registerOutputs = function (outputs) {
    if (this instanceof Component) names.push(...Object.keys(outputs));
    registerOutputs.call(this, outputs);
  };
  try {
    await register(program, "deployment");
  } finally {
    prototype.registerOutputs = registerOutputs;
  }
  return names;
}
