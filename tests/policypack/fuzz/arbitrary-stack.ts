import fc from "fast-check";
import { applyChange, type Change, type Choice, copy, pick, unknowns, withSecrets } from "./changes";
import type { Material, Template } from "./templates";

/** A resource as the engine shows it to a policy pack, before it is wrapped. */
export interface Shown {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  /** Absent where the engine shows no inputs, as for what a program looks up. */
  readonly inputs: Readonly<Record<string, unknown>> | undefined;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly ignoreChanges: readonly string[];
  readonly provider: Readonly<Record<string, unknown>> | undefined;
  readonly parent: string | undefined;
}

/** How a stack is made: choices, so that fast-check can make it smaller. */
interface Recipe {
  /** A resource of an example, with what is linked to it. */
  readonly example: { readonly root: Choice; readonly size: number };
  readonly others: readonly { readonly kind: Choice; readonly template: Choice }[];
  readonly changes: readonly (Change & { readonly resource: Choice })[];
  /** Dependencies that no program would have. */
  readonly links: readonly {
    readonly from: Choice;
    readonly property: Choice;
    readonly to: Choice;
    readonly more: Choice;
  }[];
  /** What is odd about each resource as a whole. */
  readonly oddities: readonly { readonly token: Choice; readonly sides: Choice; readonly rest: Choice }[];
}

const most = 12;
const choice = fc.nat({ max: 0xffffff });

/** Stacks of 1 to 12 resources: parts of working ones, changed anywhere, beside others that have nothing to do with them. */
export function arbitraryStack(material: Material): fc.Arbitrary<readonly Shown[]> {
  const recipe: fc.Arbitrary<Recipe> = fc.record({
    example: fc.record({ root: choice, size: fc.nat({ max: 8 }) }),
    others: fc.array(fc.record({ kind: choice, template: choice }), { maxLength: 4 }),
    changes: fc.array(fc.record({ resource: choice, where: choice, what: choice, detail: choice }), { maxLength: 10 }),
    links: fc.array(fc.record({ from: choice, property: choice, to: choice, more: choice }), { maxLength: 4 }),
    oddities: fc.array(fc.record({ token: choice, sides: choice, rest: choice }), { maxLength: 6 }),
  });
  return recipe.map((each) => stackOf(each, material));
}

function stackOf({ example, others, changes, links, oddities }: Recipe, material: Material): readonly Shown[] {
  const templates = [
    ...(example.size === 0 ? [] : around(pick(material.examples, example.root), example.size, material)),
    ...others.map(({ kind, template }) => other(kind, template, material)),
  ].slice(0, most);
  if (templates.length === 0) templates.push(pick(material.others, example.root));
  const oddity = (index: number) => oddities[index] ?? { token: 0, sides: 0, rest: 0 };
  const types = templates.map(({ type }, index) => tokenOf(type, oddity(index).token));
  const names = templates.map(({ name }, index) => (oddity(index).rest % 9 === 8 ? "same" : name));
  const urns = templates.map((_, index) => urnOf(types, names, index));
  const bodies = templates.map(({ inputs, outputs }) => ({
    inputs: withSecrets(inputs) as Record<string, unknown>,
    outputs: withSecrets(outputs) as Record<string, unknown>,
  }));
  for (const change of changes) {
    const body = pick(bodies, change.resource);
    applyChange(body.inputs, change, material);
    if (change.detail % 3 !== 0) applyChange(body.outputs, change, material);
  }
  const dependencies = templates.map(({ from }) =>
    Object.fromEntries(
      Object.entries(from).map(([property, sources]) => [
        property,
        sources.map((source) => urns[templates.indexOf(source)]).filter((urn) => urn !== undefined),
      ]),
    ),
  );
  for (const { from, property, to, more } of links) {
    const own = pick(dependencies, from);
    const names = [...Object.keys(pick(bodies, from).inputs), "scope", "constructor", "__proto__"];
    // The engine leaves out what it does not know.
    own[pick(names, property)] = more % 5 === 0 ? [] : [pick(urns, to), ...(more % 3 === 0 ? [pick(urns, more)] : [])];
  }
  return templates.map((_, index): Shown => {
    const { sides, rest } = oddity(index);
    const { inputs, outputs } = bodies[index] ?? { inputs: {}, outputs: {} };
    return {
      urn: urns[index] ?? "",
      name: names[index] ?? "",
      type: types[index] ?? "",
      propertyDependencies: dependencies[index] ?? {},
      ignoreChanges: pick(ignored, rest >> 4),
      provider: pick(providers, rest >> 8),
      parent: rest % 7 === 6 ? pick(urns, rest >> 6) : undefined,
      ...sidesOf(inputs, outputs, sides),
    };
  });
}

/** A template and those that are linked to it, the nearest first. */
function around(root: Template, size: number, material: Material): Template[] {
  const found = new Set([root]);
  for (const each of found) {
    if (found.size >= size) break;
    for (const next of neighbours(each, material)) if (found.size < size) found.add(next);
  }
  return [...found];
}

const linked = new WeakMap<Material, Map<Template, Template[]>>();

function neighbours(template: Template, material: Material): readonly Template[] {
  let all = linked.get(material);
  if (all === undefined) {
    all = new Map(material.examples.map((each) => [each, []]));
    for (const each of material.examples) {
      for (const source of new Set(Object.values(each.from).flat())) {
        all.get(each)?.push(source);
        all.get(source)?.push(each);
      }
    }
    linked.set(material, all);
  }
  return all.get(template) ?? [];
}

/** Resources that mean nothing to Update Manager, and tokens that are none. */
const strangers = [
  "pulumi:pulumi:Stack",
  "pulumi:providers:azure-native",
  "pulumi-azure-update-manager:index:ArcServer",
  "pulumi-azure-update-manager:index:UpdateReadyVirtualMachine",
  "pulumi-azure-update-manager:index:UpdateManagedFleet",
  "random:index/randomPassword:RandomPassword",
  "aws:ec2/instance:Instance",
  "azure-native:compute:",
  "azure:compute:LinuxVirtualMachine",
  "azure-native:nothing:Known",
  "constructor",
  "",
];

function other(kind: Choice, template: Choice, material: Material): Template {
  const from = pick([material.others, material.examples, material.classic, material.classic, []], kind);
  if (from.length > 0) return pick(from, template);
  const { inputs, outputs } = pick(material.examples, kind);
  return { type: pick(strangers, template), name: "stranger", inputs, outputs, from: {} };
}

/** The token of a type in one of the versions that azure-native has, or as another resource's. */
function tokenOf(type: string, token: Choice): string {
  const [provider, module, name] = type.split(":");
  if (provider !== "azure-native") return type;
  const versioned = [
    `${provider}:${module}/v20240301:${name}`,
    `${provider}_${module}_v20230401preview:${module}:${name}`,
  ];
  return pick([type, type, type, ...versioned], token);
}

/** The types of a resource's parents are in its URN; two of one type and name differ in these. */
function urnOf(types: readonly string[], names: readonly string[], index: number): string {
  return `urn:pulumi:dev::fleet::${"fleet:index:Part$".repeat(index)}${types[index]}::${names[index]}`;
}

function sidesOf(
  inputs: Record<string, unknown>,
  outputs: Record<string, unknown>,
  sides: Choice,
): Pick<Shown, "inputs" | "outputs"> {
  const unknown = Object.fromEntries(Object.keys(outputs).map((name) => [name, unknowns[0]]));
  return pick(
    [
      { inputs, outputs },
      { inputs, outputs },
      { inputs, outputs: {} },
      { inputs: {}, outputs },
      { inputs: undefined, outputs },
      { inputs, outputs: copy(inputs) as Shown["outputs"] },
      { inputs: undefined, outputs: {} },
      { inputs, outputs: unknown },
      { inputs: {}, outputs: unknown },
    ],
    sides,
  );
}

const ignored = [
  [],
  [],
  [],
  ["osProfile"],
  ["osProfile.linuxConfiguration.patchSettings.patchMode", "tags"],
  ["*"],
  ["", "a..b", "a[0]", 'a["b"]', "["],
];

const providers = [
  undefined,
  {},
  { subscriptionId: "00000000-0000-0000-0000-000000000000", location: "westeurope" },
  { subscriptionId: unknowns[0] },
  { subscriptionId: null, location: 7 },
];
