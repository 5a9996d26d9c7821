import assert from "node:assert/strict";
import { rules } from "../../../policypack/rules";
import { arcServer, windowsArcServer } from "../arc";
import { assignment, type Declared, dynamicScope, schedule, stackOf } from "../fixture";

/** The names of the rules that a stack breaks. */
function brokenBy(...declared: readonly Declared[]): readonly string[] {
  const stack = stackOf(...declared);
  const broken = rules.filter(({ check, settings = {} }) => {
    const defaults = Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default]));
    return check(stack, defaults).some(({ outcome }) => outcome === "broken");
  });
  return broken.map(({ name }) => name);
}

const toServer = assignment("till", "weekly", { providerName: "Microsoft.HybridCompute", resourceType: "machines" });
const updates = { linuxParameters: { classificationsToInclude: ["Critical", "Security"] } };
const weekly = schedule({
  extensionProperties: { InGuestPatchMode: "User" },
  installPatches: { rebootSetting: "IfRequired", ...updates, windowsParameters: updates.linuxParameters },
});

describe("arc-no-patchmode-needed", () => {
  it("asks for no patch mode on a server with a schedule, assigned by name or by a dynamic scope", () => {
    assert.deepEqual(brokenBy(arcServer(), weekly, toServer), []);
    assert.deepEqual(brokenBy(windowsArcServer(), weekly, dynamicScope({ resourceGroups: ["stores"] })), []);
  });

  it("does not mind one either", () => {
    const osProfile = { windowsConfiguration: { assessmentMode: "AutomaticByPlatform", patchMode: "AutomaticByOS" } };
    assert.deepEqual(brokenBy(windowsArcServer({ osProfile }), weekly, toServer), []);
  });

  it("asks for nothing of a server that a schedule names and that no resource of the stack is", () => {
    const literal = { providerName: "Microsoft.HybridCompute", resourceType: "machines", resourceName: "till" };
    const named = { ...assignment("till", "weekly", literal), from: { maintenanceConfigurationId: ["weekly"] } };
    assert.deepEqual(brokenBy(weekly, named), []);
  });
});
