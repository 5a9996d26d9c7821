import { rules } from "../../../policypack/rules";
import type { ResourceRecord } from "../../../policypack/stack/resource";
import { Stack } from "../../../policypack/stack/stack";
import { unknownCheckingProxy } from "../../../policypack/unknown-value";
import type { Registration } from "../../../tools/registration";

/** A resource as the policy pack gets it from the engine. */
export function recordOf({ urn, name, type, inputs, outputs, propertyDependencies }: Registration): ResourceRecord {
  return {
    urn,
    name,
    type,
    inputs: unknownCheckingProxy(inputs),
    outputs: unknownCheckingProxy(outputs),
    propertyDependencies,
  };
}

/** The names of the rules of the pack that something breaks, in the pack's order. */
export function brokenIn(records: readonly ResourceRecord[]): string[] {
  const stack = new Stack(records);
  const broken = rules.filter(({ check, settings = {} }) => {
    const defaults = Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default]));
    return check(stack, defaults).some(({ outcome }) => outcome === "broken");
  });
  return broken.map(({ name }) => name);
}
