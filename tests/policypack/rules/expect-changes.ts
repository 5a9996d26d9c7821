import assert from "node:assert/strict";
import type { Change, Rule } from "../../../policypack/rules/rule";
import { NotKnown } from "../../../policypack/stack/properties";
import type { StackResource } from "../../../policypack/stack/resource";
import { type Declared, linuxMachine, linuxProfile, stackOf, storageProfile, unknown } from "../fixture";

/** A resource as a remediation sees it: by its own inputs, without its links and without any other resource. */
export function alone({ name, type, inputs = {} }: Declared): StackResource {
  const [resource] = stackOf({ name, type, inputs }).resources;
  if (resource === undefined) throw new RangeError(`${type} is no resource of Azure`);
  return resource;
}

/** Asserts the whole changes by which a rule mends a resource. */
export function expectChanges(rule: Rule, declared: Declared, ...changes: readonly Change[]): void {
  assert.deepEqual(rule.remediate?.(alone(declared)), changes);
}

/** Asserts that a rule leaves a resource as it is while a property is not known. */
export function expectLeftUnknown(rule: Rule, declared: Declared, property: string): void {
  assert.throws(
    () => rule.remediate?.(alone(declared)),
    (error) => error instanceof NotKnown && error.property === property,
  );
}

/** Asserts that a rule leaves machines with these patch settings alone where no schedule could patch them, whatever they were. */
export function expectUnpatchableLeftAlone(rule: Rule, patchSettings: object): void {
  const osProfile = linuxProfile(patchSettings);
  expectChanges(rule, linuxMachine({ osProfile, virtualMachineScaleSet: { id: unknown } }));
  const unlisted = storageProfile({ publisher: "contoso", offer: "appliance", sku: "1", version: "latest" });
  expectChanges(rule, linuxMachine({ osProfile, storageProfile: unlisted }));
  expectChanges(rule, linuxMachine({ osProfile: linuxProfile(patchSettings, { provisionVMAgent: false }) }));
  expectChanges(rule, linuxMachine({ osProfile: undefined }));
}
