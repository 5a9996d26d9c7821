import assert from "node:assert/strict";
import { UpdateNetworkRules, type UpdateNetworkRulesArgs } from "../../../index";
import { registered, resolved } from "../program";

/** The component that arguments make, and the resources that it registers. */
export async function registeredBy(args: UpdateNetworkRulesArgs, functions?: Record<string, unknown>) {
  let component: UpdateNetworkRules | undefined;
  const resources = await registered(() => {
    component = new UpdateNetworkRules("updates", args);
    return resolved(component.describe());
  }, functions);
  assert.ok(component);
  return { component, resources: resources.filter(({ type }) => !type.startsWith("pulumi-azure")) };
}

/** The inputs of a type's resources by name, sorted. */
export function inputsOf(resources: readonly { type: string; name: string; inputs: object }[], type: string) {
  const found = resources.filter((resource) => resource.type === `azure-native:network:${type}`);
  return Object.fromEntries(found.map(({ name, inputs }) => [name, inputs] as const).sort());
}
