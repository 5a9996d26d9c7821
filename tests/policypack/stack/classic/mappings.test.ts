import assert from "node:assert/strict";
import type { Leaf } from "../../../../policypack/stack/classic/field";
import { leavesOf } from "../../../../policypack/stack/classic/field";
import { mappings } from "../../../../policypack/stack/classic/mappings";
import { NotKnown, type Properties } from "../../../../policypack/stack/properties";
import { attempt } from "../../../../policypack/stack/three-valued";
import type { PropertyMap } from "../../../../tools/azure/property-values";
import { validateInputs } from "../../../../tools/azure/validation";
import { classicToken } from "../../classic";
import { stackOf, unknown } from "../../fixture";

/** Properties of the classic provider with a value at one path, and in every list an item. */
function propertiesWith(path: string, value: string | number | boolean): PropertyMap {
  const [step = "", ...rest] = path.split(".");
  const [, name = step, bracket] = /^(\w+)(\[\d*\])?$/.exec(step) ?? [];
  const below = rest.length === 0 ? value : propertiesWith(rest.join("."), value);
  return { [name]: bracket === undefined ? below : [below] };
}

/** Reads a text at a path of azure-native, with the first item of every list. */
function textAt(properties: Properties, path: string): string | undefined {
  const [step = "", ...rest] = path.split(".");
  if (step.endsWith("[]")) {
    const name = step.slice(0, -2);
    if (rest.length === 0) return properties.texts(name)[0];
    const [first] = properties.objects(name);
    return first && textAt(first, rest.join("."));
  }
  return rest.length === 0 ? properties.text(step) : textAt(properties.object(step), rest.join("."));
}

/** Those that one property of azure-native has a text of its own for. */
function exact(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ isExact, path }) => isExact && !path.endsWith("."));
}

for (const { classic, type, fields } of mappings) {
  const [module = "", resource = ""] = classic.split(":");
  const declared = (inputs: object, from = {}) =>
    stackOf({ name: "it", type: classicToken(module, resource), inputs: { other: "given", ...inputs }, from });
  const settingsOf = (inputs: object) => {
    const found = declared(inputs).resources[0];
    assert.ok(found !== undefined);
    assert.equal(found.type, type);
    return found.settings;
  };

  describe(`azure ${classic} as ${type}`, () => {
    it("has values, unknown values and no values where the classic resource has them", () => {
      for (const { path, classic: own, values, older = [] } of exact(leavesOf(fields))) {
        const [native, spelling] = Object.entries(values ?? {}).at(-1) ?? ["marker", "marker"];
        const absent = attempt(() => textAt(settingsOf({}), path));
        assert.ok(typeof absent === "string" || absent === undefined || absent instanceof NotKnown, path);
        for (const name of [own, ...older]) {
          assert.equal(textAt(settingsOf(propertiesWith(name, spelling)), path), native, `${path} from ${name}`);
          const missing = attempt(() => textAt(settingsOf(propertiesWith(name, unknown)), path));
          assert.ok(missing instanceof NotKnown, `${path} from an unknown ${name}`);
          assert.equal(missing.because, "is known only after deployment");
        }
      }
    });

    it("is not known as a whole where nothing is visible", () => {
      const [only] = stackOf({ name: "it", type: classicToken(module, resource) }).resources;
      for (const name of Object.keys(fields)) {
        const read = attempt(() => only?.settings.text(name));
        assert.ok(read instanceof NotKnown, name);
        assert.equal(read.because, "is not visible before the provider's configuration is known");
      }
    });

    it("is linked where the classic resource is", () => {
      const tops = new Set(
        Object.values(fields).flatMap(({ uses }) => uses.map((path) => path.split(/[.[]/)[0] ?? "")),
      );
      for (const top of tops) {
        const group = {
          name: "group",
          type: "azure-native:resources:ResourceGroup",
          inputs: { resourceGroupName: "g" },
        };
        const stack = stackOf(
          { name: "it", type: classicToken(module, resource), inputs: { [top]: unknown }, from: { [top]: ["group"] } },
          group,
        );
        const it = stack.resources.find(({ name }) => name === "it");
        const linked = Object.entries(fields).filter(([, { uses }]) =>
          uses.some((path) => path === top || path.startsWith(`${top}.`) || path.startsWith(`${top}[`)),
        );
        assert.ok(linked.length > 0, top);
        for (const [name] of linked) assert.equal(it?.allSourcesOf(name)[0]?.name, "group", name);
      }
    });
  });
}

describe("the types of the classic provider", () => {
  it("are each mapped once", () => {
    const names = mappings.map(({ classic }) => classic);
    assert.deepEqual([...new Set(names)], names);
  });

  it("leave other providers' resources, and types without a use, alone", () => {
    const stack = stackOf(
      { name: "account", type: "azure:storage/account:Account", inputs: { name: "x" } },
      { name: "bucket", type: "aws:s3/bucket:Bucket", inputs: { bucket: "x" } },
    );
    assert.deepEqual(stack.resources, []);
    assert.deepEqual(
      stack.others.map(({ type }) => type),
      ["azure:storage/account:Account", "aws:s3/bucket:Bucket"],
    );
  });
});

/** What only a deployed resource has in azure-native, and the classic provider shows. */
const outputsOnly = ["identity.principalId", "principalId", "ipConfigurations[].privateIPAddress"];

/** The types that no schema is at hand for. */
const withoutSchema: ReadonlySet<string> = new Set([
  "compute:GalleryImageVersion",
  "policyinsights:RemediationAtManagementGroup",
  "authorization:PolicyDefinition",
  "authorization:PolicySetDefinition",
  "managedservices:RegistrationAssignment",
  "network:VirtualNetworkPeering",
  "network:ApplicationSecurityGroup",
  "network:PublicIPPrefix",
  "network:LoadBalancer",
  "network:LoadBalancerBackendAddressPool",
  "network:IpGroup",
]);

describe("the properties that classic resources are given", () => {
  for (const { classic, type, fields } of mappings.filter((each) => !withoutSchema.has(each.type))) {
    it(`are those of azure-native: ${classic} as ${type}`, () => {
      const [module = "", name = ""] = type.split(":");
      const resource = { module, name, armType: "", path: "" };
      for (const { path } of leavesOf(fields).filter((each) => !outputsOnly.includes(each.path))) {
        const { unknownProperties } = validateInputs(resource, propertiesWith(path, unknown));
        assert.deepEqual(unknownProperties, [], path);
      }
    });
  }
});
