import type {
  PolicyResource,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { policiesOf } from "../../../policypack/pack";
import { rules } from "../../../policypack/rules";
import { unknownCheckingProxy } from "../../../policypack/unknown-value";
import type { Shown } from "./arbitrary-stack";
import { copy } from "./changes";

/** What a policy reported. */
export interface Reported {
  readonly policy: string;
  readonly message: string;
  readonly urn: string | undefined;
}

/** What a run of the pack came to. */
export interface Run {
  readonly reported: readonly Reported[];
  /** What it printed. */
  readonly said: readonly string[];
}

/** How the pack is configured for a run. */
export interface Mode {
  /** Every rule that can mend resources does, and every rule is strict. Default: as the pack comes. */
  readonly zealous: boolean;
}

/** The stack itself, whose inputs the engine always shows. */
const root: Shown = {
  urn: "urn:pulumi:dev::fuzz::pulumi:pulumi:Stack::fuzz-dev",
  name: "fuzz-dev",
  type: "pulumi:pulumi:Stack",
  inputs: {},
  outputs: {},
  propertyDependencies: {},
  ignoreChanges: [],
  provider: undefined,
  parent: undefined,
};

/**
 * Runs the whole pack over a stack as the engine does (`@pulumi/policy`, server.js): remediations and then the inputs of one
 * resource after the other, and all outputs at once in the end.
 */
export function runAsEngine(resources: readonly Shown[], { zealous }: Mode): Run {
  const stack = [root, ...resources];
  const said: string[] = [];
  const reported: Reported[] = [];
  const policies = policiesOf(rules, {}, { say: (text) => said.push(text), today: () => "2026-11-25" });
  const getConfig = () => ({}) as never;
  const ruleNames = new Set(rules.map(({ name }) => name));
  const configured = (policy: string) => (zealous && ruleNames.has(policy) ? { strict: true } : {}) as never;
  const report = (policy: string) => (message: string, urn?: string) => {
    reported.push({ policy, message, urn });
  };
  for (const resource of stack) {
    if (resource.inputs === undefined) continue;
    const inputs = copy(resource.inputs) as object;
    const args = { ...common(resource), props: unknownCheckingProxy(inputs), getConfig };
    for (const policy of policies as readonly ResourceValidationPolicy[]) {
      if (policy.remediateResource === undefined || (!zealous && policy.enforcementLevel !== "remediate")) continue;
      policy.remediateResource(args as never);
    }
    for (const { name, validateResource } of policies as readonly ResourceValidationPolicy[]) {
      for (const validate of [validateResource ?? []].flat()) validate(args as never, report(name));
    }
  }
  const args = { resources: linked(stack) } as unknown as StackValidationArgs;
  for (const { name, validateStack } of policies as readonly StackValidationPolicy[]) {
    if (typeof validateStack !== "function") continue;
    validateStack({ ...args, getConfig: () => configured(name) }, report(name));
  }
  return { reported, said };
}

function common({ urn, name, type, ignoreChanges, provider }: Shown) {
  return {
    urn,
    name,
    type,
    opts: { protect: false, aliases: [], ignoreChanges: [...ignoreChanges] },
    ...(provider && {
      provider: {
        type: "pulumi:providers:azure-native",
        props: unknownCheckingProxy({ ...provider }),
        urn: "",
        name: "",
      },
    }),
  };
}

/** The resources of a stack policy's arguments, linked to each other. */
function linked(stack: readonly Shown[]): readonly PolicyResource[] {
  const resources = new Map(
    stack.map((each) => [
      each.urn,
      {
        ...common(each),
        props: unknownCheckingProxy(copy(each.outputs) as object),
        dependencies: [],
        propertyDependencies: {},
        parent: undefined as object | undefined,
      },
    ]),
  );
  for (const { urn, propertyDependencies, parent } of stack) {
    const resource = resources.get(urn);
    if (resource === undefined) continue;
    resource.parent = parent === undefined ? undefined : resources.get(parent);
    for (const [property, urns] of Object.entries(propertyDependencies)) {
      const value = urns.map((each) => resources.get(each)).filter((each) => each !== undefined);
      Object.defineProperty(resource.propertyDependencies, property, { value, enumerable: true });
    }
  }
  return [...resources.values()] as unknown as readonly PolicyResource[];
}
