import { builtInPolicies } from "./built-in-policies";
import type { BuiltInPolicy, PolicyParameter } from "./definition";

/**
 * A built-in policy definition by the name this project gives it, by its GUID or by its id, also one with a version
 * (`.../versions/3.*.*`), in any letter case; `undefined` where it is none of Update Manager's.
 */
export function builtInPolicy(keyGuidOrId: string): BuiltInPolicy | undefined {
  const wanted = keyGuidOrId.toLowerCase();
  const inId = /\/policydefinitions\/([^/]+)(?:\/|$)/.exec(wanted)?.[1];
  return builtInPolicies.find(({ key, guid }) => key.toLowerCase() === wanted || guid === (inId ?? wanted));
}

/** The id of a built-in policy definition, as a policy assignment takes it. */
export function policyDefinitionId(guid: string): string {
  return `/providers/Microsoft.Authorization/policyDefinitions/${guid}`;
}

/**
 * What is wrong with the parameters of an assignment: each a sentence that names the parameter, its value and what is
 * allowed. `parameters` holds plain values, without the `{ value }` around them. `undefined` values are not looked at.
 */
export function policyParameterProblems(
  policy: BuiltInPolicy,
  parameters: Readonly<Record<string, unknown>>,
): readonly string[] {
  const known = new Map(policy.parameters.map((parameter) => [parameter.name, parameter]));
  const missing = policy.parameters
    .filter(({ name, defaultValue }) => defaultValue === undefined && !(name in parameters))
    .map(({ name }) => `${name} is missing: the policy "${policy.displayName}" has no default for it`);
  const wrong = Object.entries(parameters).flatMap(([name, value]): readonly string[] => {
    const parameter = known.get(name);
    if (!parameter)
      return [`${name} is no parameter of "${policy.displayName}": it has ${[...known.keys()].join(", ")}`];
    return value === undefined ? [] : valueProblems(parameter, value);
  });
  return [...missing, ...wrong];
}

function valueProblems({ name, type, allowedValues }: PolicyParameter, value: unknown): readonly string[] {
  if (typeName(value) !== type) return [`${name} is ${JSON.stringify(value)}, which is not of the type ${type}`];
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  return given
    .filter((one) => allowedValues && !(typeof one === "string" && allowedValues.includes(one)))
    .map((one) => `${name} is ${JSON.stringify(one)}: allowed values are ${allowedValues?.join(", ")}`);
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "Array";
  return value !== null && typeof value === "object" ? "Object" : typeof value === "string" ? "String" : typeof value;
}
