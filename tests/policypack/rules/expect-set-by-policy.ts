import assert from "node:assert/strict";
import { notKnown, type Rule } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, linuxProfile, stackOf } from "../fixture";
import { group, policy } from "../governance";
import { expectVerdicts } from "./expect";

/**
 * Asserts that a rule which a Linux machine with some patch settings breaks is not known where a policy may set a property
 * of `patchSettings`, and is broken beside a policy that does not.
 */
export function expectSetByPolicy(
  rule: Rule,
  patchSettings: object,
  path: string,
  ...others: readonly Declared[]
): void {
  const machine = linuxMachine({ osProfile: linuxProfile(patchSettings) });
  const property = `osProfile.linuxConfiguration.patchSettings.${path}`;
  for (const key of ["setSchedulePrerequisites", "scheduleUpdates"] as const) {
    expectVerdicts(rule, [group, machine, ...others, policy(key)], {
      web: notKnown({ property, because: `is set by ${key} after deployment` }),
    });
  }
  const key = "setSchedulePrerequisites";
  for (const change of [
    { parameters: { operatingSystemTypes: { value: ["Windows"] } } },
    { parameters: { effect: { value: "Disabled" } } },
    { enforcementMode: "DoNotEnforce" },
    { scope: "/subscriptions/0000/resourceGroups/data" },
  ]) {
    const [verdict] = rule.check(stackOf(group, machine, ...others, policy(key, change)), {});
    assert.equal(verdict?.outcome, "broken", JSON.stringify(change));
  }
}
