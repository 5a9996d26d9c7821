import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { leavesOf } from "../../../policypack/stack/classic/field";
import { mappings } from "../../../policypack/stack/classic/mappings";
import { azureNativeType } from "../../../policypack/stack/resource";
import { resourceTypes } from "../../../tools/azure/resource-types";
import { moduleSchema, resourceSchema } from "../../../tools/azure/schema";
import { parseType, type Type } from "../../../tools/azure/schema/types";
import { register } from "../../../tools/registration";

const root = join(__dirname, "../../..");

/** A resource from which generated ones are made: what a real program asks for, or what the type's schema allows. */
export interface Template {
  /** Type token, in the default API version where it is azure-native's. */
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The templates that each top-level input is computed from. */
  readonly from: Readonly<Record<string, readonly Template[]>>;
}

/** What generated stacks are made of. */
export interface Material {
  /** The resources of the rules' own stacks: the met ones deployed, the broken ones in a preview. */
  readonly examples: readonly Template[];
  /** One resource, with all that its schema allows, of every type that the pack's sources name. */
  readonly others: readonly Template[];
  /** The same for the classic provider. */
  readonly classic: readonly Template[];
  /** The values that a property has anywhere, by its name. */
  readonly values: ReadonlyMap<string, readonly unknown[]>;
  /** Names of properties, for objects that no schema describes. */
  readonly names: readonly string[];
}

const sources = readdirSync(join(root, "policypack"), { recursive: true, encoding: "utf8" })
  .filter((file) => /^(rules|stack)\/.*\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, "policypack", file), "utf8") }));

/** Every type that the sources of the pack name, as `module:Resource`: those of azure-native, or of the classic provider. */
function namedTypes(provider: "azure-native" | "classic"): readonly string[] {
  const wanted = sources.filter(({ file }) => file.includes("classic/") === (provider === "classic"));
  return unique(wanted.flatMap(({ text }) => [...text.matchAll(/"(\w+:[A-Z]\w+)"/g)].map(([, type = ""]) => type)));
}

/** The type token of the classic provider for a module and resource. */
function classicToken(type: string): string {
  const [module = "", name = ""] = type.split(":");
  return `azure:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** Collects everything that generated stacks are made of. It takes a few seconds: share it. */
export async function gatherMaterial(): Promise<Material> {
  const examples = [...(await exampleStacks("met", "deployment")), ...(await exampleStacks("broken", "preview"))];
  const values = valuesIn(examples);
  const native = [...namedTypes("azure-native"), ...resourceTypes.map(({ module, name }) => `${module}:${name}`)];
  const others = unique(native).map((type) => fromSchema(type, values));
  const byType = new Map([...others, ...examples].map((each) => [azureNativeType(each.type), each]));
  const mapped = mappings.map(({ classic, type, fields }): Template => {
    const inputs = inverted(byType.get(type)?.inputs ?? {}, leavesOf(fields), values);
    return { type: classicToken(classic), name: "classic", inputs, outputs: inputs, from: {} };
  });
  const known = new Set(mappings.flatMap(({ classic, type }) => [classic, type]));
  // What the classic provider has as resources of their own are parts of others in azure-native.
  const unmapped = namedTypes("classic")
    .filter((type) => !known.has(type))
    .map((type) => ({ ...fromSchema(type, values), type: classicToken(type) }));
  const names = unique(
    sources.flatMap(({ text }) => [...text.matchAll(/"([a-z]\w*[A-Za-z])"/g)].map(([, name = ""]) => name)),
  );
  return { examples, others, classic: [...mapped, ...unmapped], values, names };
}

/** The stacks of all rules, but for the one of hundreds of resources, in one program. */
async function exampleStacks(variant: string, mode: "preview" | "deployment"): Promise<readonly Template[]> {
  const folder = join(root, "examples/rules");
  // The fleet that the stacks share is declared as its module is loaded: each program needs one of its own.
  for (const loaded of Object.keys(require.cache)) if (loaded.startsWith(folder)) delete require.cache[loaded];
  const registrations = await register(() => {
    for (const file of readdirSync(join(folder, "stacks"))) {
      if (!file.startsWith("mc-limit-region")) require(join(folder, "stacks", file))[variant]?.();
    }
  }, mode);
  const templates = new Map<string, Template & { from: Record<string, readonly Template[]> }>(
    registrations.map(({ urn, type, name, inputs, outputs }) => [urn, { type, name, inputs, outputs, from: {} }]),
  );
  for (const { urn, propertyDependencies } of registrations) {
    for (const [property, urns] of Object.entries(propertyDependencies)) {
      const from = urns.map((each) => templates.get(each)).filter((each) => each !== undefined);
      const own = templates.get(urn);
      if (own !== undefined) own.from[property] = from;
    }
  }
  return [...templates.values()];
}

function fromSchema(type: string, values: Material["values"]): Template {
  const [module = "", name = ""] = type.split(":");
  const known = resourceTypes.find((each) => each.module === module && each.name === name);
  const inputs = known === undefined ? { name: "text" } : objectOf(resourceSchema(known).inputs, module, values, 0);
  return { type: `azure-native:${type}`, name: name.toLowerCase(), inputs, outputs: inputs, from: {} };
}

const deepest = 4;

function objectOf(
  { properties }: { readonly properties: Readonly<Record<string, string>> },
  module: string,
  values: Material["values"],
  depth: number,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, expression]) => [
      name,
      anyOf(parseType(expression), name, module, values, depth),
    ]),
  );
}

function anyOf(type: Type, name: string, module: string, values: Material["values"], depth: number): unknown {
  const seen = values.get(name)?.find((each) => typeof each === type.kind);
  if (seen !== undefined) return seen;
  switch (type.kind) {
    case "number":
      return 1;
    case "boolean":
      return true;
    case "enum":
      return moduleSchema(module).enums[type.name]?.[0] ?? "text";
    case "constant":
      return type.value;
    case "list":
      return [anyOf(type.element, name, module, values, depth + 1)];
    case "map":
      return { team: anyOf(type.element, name, module, values, depth + 1) };
    case "object": {
      const described = moduleSchema(module).inputTypes[type.name];
      return described === undefined || depth > deepest ? {} : objectOf(described, module, values, depth + 1);
    }
    case "union":
      return type.alternatives[0] === undefined ? "text" : anyOf(type.alternatives[0], name, module, values, depth + 1);
    default:
      return "text";
  }
}

/** The inputs that the classic provider would have for those of azure-native. */
function inverted(
  native: object,
  leaves: readonly { readonly path: string; readonly classic: string }[],
  values: Material["values"],
): Record<string, unknown> {
  const classic: Record<string, unknown> = {};
  for (const leaf of leaves) {
    const last =
      leaf.classic
        .split(/[.[\]]+/)
        .filter(Boolean)
        .at(-1) ?? "";
    const value = valueAt(native, leaf.path) ?? values.get(last)?.[0] ?? "text";
    setAt(classic, leaf.classic, /ettings$/.test(last) && typeof value === "object" ? JSON.stringify(value) : value);
  }
  return classic;
}

const steps = (path: string) => path.replaceAll("[]", ".0").replaceAll("[0]", ".0").split(".");

function valueAt(object: unknown, path: string): unknown {
  return steps(path).reduce<unknown>(
    (place, step) => (typeof place === "object" && place !== null ? Reflect.get(place, step) : undefined),
    object,
  );
}

function setAt(object: Record<string, unknown>, path: string, value: unknown): void {
  const all = steps(path);
  let place: object = object;
  for (const [index, step] of all.slice(0, -1).entries()) {
    const next: unknown = Reflect.get(place, step);
    const made = typeof next === "object" && next !== null ? next : all[index + 1] === "0" ? [] : {};
    Reflect.set(place, step, made);
    place = made;
  }
  Reflect.set(place, all.at(-1) ?? "", value);
}

function valuesIn(templates: readonly Template[]): ReadonlyMap<string, readonly unknown[]> {
  const byName = new Map<string, Map<string, unknown>>();
  const visit = (name: string, value: unknown): void => {
    const own = byName.get(name) ?? new Map<string, unknown>();
    own.set(JSON.stringify(value), value);
    byName.set(name, own);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(Array.isArray(value) ? name : key, inner);
  };
  for (const { inputs } of templates) for (const [name, value] of Object.entries(inputs)) visit(name, value);
  return new Map([...byName].map(([name, own]) => [name, [...own.values()]]));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
