import { join } from "node:path";
import type { Broken, Change, Rule } from "../../policypack/rules/rule";
import { NotKnown } from "../../policypack/stack/properties";
import type { ResourceRecord } from "../../policypack/stack/resource";
import { Stack } from "../../policypack/stack/stack";
import { unknownCheckingProxy } from "../../policypack/unknown-value";
import { namedProperty } from "../azure/naming";
import { resourceTypes } from "../azure/resource-types";
import { resourceSchema } from "../azure/schema";
import { type Registration, register } from "../registration";
import { stacksFolder } from "./stacks";

/** What a rule says of the stack that breaks it. */
export interface ExampleFinding {
  readonly broken: Broken;
  /** What the level `remediate` changes there. */
  readonly changes: readonly Change[];
}

/**
 * What each rule says of the stack that breaks it, by the rule's name. The stacks are declared without an engine, as if
 * all of them were deployed; tests/end-to-end/rules.test.ts has the real engine find the same.
 *
 * @throws Error with the rules that their stacks do not break
 */
export async function exampleFindings(rules: readonly Rule[]): Promise<ReadonlyMap<string, ExampleFinding>> {
  const findings = new Map<string, ExampleFinding>();
  // In one stack, all but those with something that concerns whole stacks: for them, one more for each.
  await judge(rules, rules, findings);
  for (const rule of rules) if (!findings.has(rule.name)) await judge([rule], [rule], findings);
  const silent = rules.filter(({ name }) => !findings.has(name)).map(({ name }) => name);
  if (silent.length > 0) throw new Error(`Not broken by their stacks: ${silent.join(", ")}`);
  return findings;
}

async function judge(declared: readonly Rule[], rules: readonly Rule[], findings: Map<string, ExampleFinding>) {
  const registrations = await register(() => {
    forgetStacks();
    for (const { name } of declared) require(join(stacksFolder, name)).broken();
  }, "deployment");
  const records = registrations.map((each) => recordOf(each, registrations));
  const stack = new Stack(records);
  for (const rule of rules) {
    const settings = Object.entries(rule.settings ?? {}).map(([name, setting]) => [name, setting.default]);
    const found = rule
      .check(stack, Object.fromEntries(settings))
      .flatMap((verdict) => (verdict.outcome === "broken" ? [verdict] : []));
    // Subjects are named as the rule that their stack is for; of other stacks a rule speaks by the way.
    const own =
      found.find(({ subject }) => subject.name === rule.name) ?? (declared.length === 1 ? found[0] : undefined);
    if (own === undefined) continue;
    const record = records.find(({ urn }) => urn === own.subject.urn);
    findings.set(rule.name, { broken: own, changes: record === undefined ? [] : changesOf(rule, record) });
  }
}

/** A new import declares again what the stacks share. */
function forgetStacks(): void {
  const folder = join(stacksFolder, "..");
  for (const file of Object.keys(require.cache)) if (file.startsWith(folder)) delete require.cache[file];
}

/** A resource as the policy pack gets it: azure-native has given it a name and a location. */
function recordOf(registration: Registration, all: readonly Registration[]): ResourceRecord {
  const { urn, name, type, provider, outputs, propertyDependencies, ignoreChanges } = registration;
  const providerInputs = all.find((each) => provider.startsWith(each.urn))?.inputs;
  return {
    urn,
    name,
    type,
    inputs: unknownCheckingProxy({ ...filledIn(type, name), ...registration.inputs }),
    outputs: unknownCheckingProxy(outputs),
    propertyDependencies,
    ignoreChanges,
    ...(providerInputs && { provider: unknownCheckingProxy(providerInputs) }),
  };
}

/** What azure-native fills in where a program leaves it out. */
function filledIn(token: string, name: string): object {
  const [, module, resource] = token.split(":");
  const type = resourceTypes.find((each) => each.module === module && each.name === resource);
  if (type === undefined) return {};
  const named = namedProperty(type)?.property;
  const located = resourceSchema(type).inputs.properties.location !== undefined;
  return { ...(named !== undefined && { [named]: name }), ...(located && { location: "westeurope" }) };
}

/** The changes of a remediation, which sees the resource alone. */
function changesOf(rule: Rule, record: ResourceRecord): readonly Change[] {
  const [resource] = new Stack([{ ...record, outputs: {}, propertyDependencies: {} }]).resources;
  if (resource === undefined) return [];
  try {
    return rule.remediate?.(resource) ?? [];
  } catch (error) {
    if (error instanceof NotKnown) return [];
    throw error;
  }
}
