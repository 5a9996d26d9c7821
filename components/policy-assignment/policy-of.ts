import { type BuiltInPolicy, builtInPolicies, type PolicyKey } from "../../facts/policies";

const byKey = Object.fromEntries(builtInPolicies.map((policy) => [policy.key, policy])) as Record<
  PolicyKey,
  BuiltInPolicy
>;

/** A built-in policy of Update Manager, by the name that the facts give it. */
export function policyOf(key: PolicyKey): BuiltInPolicy {
  return byKey[key];
}
