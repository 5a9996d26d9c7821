import type {
  EnforcementLevel,
  Policies,
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { Selection } from "../../policypack/configuration";
import { policiesOf } from "../../policypack/pack";
import type { Rule } from "../../policypack/rules/rule";
import { unknownCheckingProxy } from "../../policypack/unknown-value";
import { type Declared, urnOf } from "./fixture";

/** What a policy reported. */
export interface Finding {
  readonly policy: string;
  readonly message: string;
  readonly urn: string | undefined;
}

/** How a pack is run. */
export interface PackRun {
  /** The policy configuration, by policy. */
  readonly config?: Readonly<Record<string, object>>;
  readonly selection?: Selection;
  /** The day of the run. Default: 2026-11-25. */
  readonly today?: string;
}

/** What a pack did with a stack. */
export interface PackResult {
  readonly findings: readonly Finding[];
  /** What it printed. */
  readonly said: readonly string[];
  /** The inputs of each resource after remediation, by name. */
  readonly inputs: ReadonlyMap<string, object>;
  /** The remediations that changed something, as `policy resource`. */
  readonly remediated: readonly string[];
}

/** Runs rules over a stack as the engine runs a pack: remediations and inputs by resource, then all outputs at once. */
export function runPack(rules: readonly Rule[], declared: readonly Declared[], run: PackRun = {}): PackResult {
  const said: string[] = [];
  const surroundings = { say: (text: string) => said.push(text), today: () => run.today ?? "2026-11-25" };
  const policies = policiesOf(rules, run.selection, surroundings);
  return { said, ...runPolicies(policies, declared, run.config) };
}

/** The stack itself, which the engine shows before everything else. */
const root: Declared = { name: "fleet-dev", type: "pulumi:pulumi:Stack", inputs: {} };

function runPolicies(policies: Policies, resources: readonly Declared[], config: PackRun["config"] = {}) {
  const declared = [root, ...resources];
  const findings: Finding[] = [];
  const remediated: string[] = [];
  const inputs = new Map<string, object>();
  const getConfig = (name: string) => {
    const { enforcementLevel: _level, ...rest } = configurationOf(config, name);
    return () => rest as never;
  };
  const levelOf = ({ name, enforcementLevel }: Policies[number]): EnforcementLevel | undefined =>
    configurationOf(config, name).enforcementLevel ??
    configurationOf(config, "all").enforcementLevel ??
    enforcementLevel;
  for (const each of declared) {
    if (each.inputs === undefined) continue;
    const own: object = structuredClone(each.inputs);
    inputs.set(each.name, own);
    const args = (policy: string) =>
      ({
        ...shown(each),
        props: unknownCheckingProxy(own),
        getConfig: getConfig(policy),
      }) as unknown as ResourceValidationArgs;
    for (const policy of policies as ResourceValidationPolicy[]) {
      if (levelOf(policy) !== "remediate" || policy.remediateResource === undefined) continue;
      if (policy.remediateResource(args(policy.name)) !== undefined) remediated.push(`${policy.name} ${each.name}`);
    }
    for (const policy of policies as ResourceValidationPolicy[]) {
      const { name, validateResource } = policy;
      if (typeof validateResource !== "function" || levelOf(policy) === "disabled") continue;
      validateResource(args(name), (message, urn) => findings.push({ policy: name, message, urn }));
    }
  }
  for (const policy of policies as StackValidationPolicy[]) {
    if (typeof policy.validateStack !== "function" || levelOf(policy) === "disabled") continue;
    const args = {
      resources: declared.map((each) => stackResource(each, inputs.get(each.name))),
      getConfig: getConfig(policy.name),
    } as unknown as StackValidationArgs;
    policy.validateStack(args, (message, urn) => findings.push({ policy: policy.name, message, urn }));
  }
  return { findings, remediated, inputs };
}

function configurationOf(
  config: NonNullable<PackRun["config"]>,
  policy: string,
): { readonly enforcementLevel?: EnforcementLevel } {
  return config[policy] ?? {};
}

function shown({ name, type, ignoreChanges = [] }: Declared) {
  return { type, name, urn: urnOf(type, name), opts: { ignoreChanges: [...ignoreChanges] } };
}

function stackResource(declared: Declared, inputs: object | undefined): PolicyResource {
  const props = unknownCheckingProxy(declared.outputs ?? inputs ?? {});
  return { ...shown(declared), props, propertyDependencies: {} } as unknown as PolicyResource;
}
