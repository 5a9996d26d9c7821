import assert from "node:assert/strict";
import type { PolicyKey } from "../../../facts/policies";
import { changesAsNeeded } from "../../../policypack/stack/policy-target";
import { linuxMachine, stackOf, unknown } from "../fixture";
import { group, policy } from "../governance";

const later = "is known only after deployment";
const weekend = { key: "patching", value: "weekend" };

/** Whether the policy changes the machine, or what keeps that from being known. */
function changes(parameters: object, machine: object = {}, key: PolicyKey = "scheduleUpdates"): boolean | string {
  const stack = stackOf(group, policy(key, { parameters }), linuxMachine(machine));
  const [assignment] = stack.policyAssignments;
  const [web] = stack.virtualMachines;
  if (assignment === undefined || web === undefined) throw new Error("the stack has neither");
  try {
    return changesAsNeeded(assignment, web);
  } catch (error) {
    return (error as Error).message;
  }
}

const given = (name: string, value: unknown) => ({ [name]: { value } });

describe("changesAsNeeded", () => {
  it("holds where the parameters select every machine", () => {
    assert.equal(changes({}), true);
    for (const name of ["operatingSystemTypes", "locations", "resourceGroups", "tagValues"]) {
      assert.equal(changes(given(name, [])), true, name);
    }
    assert.equal(
      changes({ tagValues: { value: {} }, osType: { value: "Linux" } }, {}, "configurePeriodicAssessment"),
      true,
    );
  });

  it("tells whether the policy does anything", () => {
    assert.equal(changes(given("effect", "DeployIfNotExists")), true);
    assert.equal(changes(given("effect", "disabled")), false);
    assert.equal(changes(given("effect", unknown)), `parameters.effect.value of scheduleUpdates ${later}`);
  });

  it("compares systems, regions and resource groups", () => {
    assert.equal(changes(given("operatingSystemTypes", ["Windows", "Linux"])), true);
    assert.equal(changes(given("operatingSystemTypes", ["Windows"])), false);
    assert.equal(changes(given("locations", ["northeurope", "West Europe"])), true);
    assert.equal(changes(given("locations", ["northeurope"])), false);
    assert.equal(changes(given("resourceGroups", ["FLEET"])), true);
    assert.equal(changes(given("resourceGroups", ["data"])), false);
  });

  it("compares tags, one of them or all", () => {
    const tags = { Patching: "weekend", team: "web" };
    const other = { key: "team", value: "data" };
    assert.equal(changes(given("tagValues", [weekend]), { tags }), true);
    assert.equal(changes(given("tagValues", [weekend, other]), { tags }), true);
    assert.equal(changes({ ...given("tagValues", [weekend, other]), ...given("tagOperator", "All") }, { tags }), false);
    assert.equal(changes(given("tagValues", [other]), { tags }), false);
    assert.equal(changes(given("tagValues", [weekend])), false);
    const key = "configurePeriodicAssessment";
    const osType = given("osType", "Linux");
    assert.equal(changes({ ...osType, ...given("tagValues", { patching: "weekend" }) }, { tags }, key), true);
    assert.equal(changes({ ...osType, ...given("tagValues", { patching: "never" }) }, { tags }, key), false);
  });

  it("is not known while the parameter is not, and decides", () => {
    for (const name of ["operatingSystemTypes", "locations", "resourceGroups"]) {
      assert.equal(changes(given(name, unknown)), `parameters.${name}.value of scheduleUpdates ${later}`);
    }
    const tags = { patching: "weekend" };
    const path = "parameters.tagValues.value[0].value of scheduleUpdates";
    assert.equal(changes(given("tagValues", [{ key: "patching", value: unknown }]), { tags }), `${path} ${later}`);
    assert.equal(changes(given("tagValues", [{ key: "team", value: unknown }]), { tags }), false);
    assert.equal(changes({ ...given("locations", unknown), ...given("resourceGroups", ["data"]) }), false);
  });

  it("is not known while the machine's own property is not", () => {
    assert.equal(changes(given("locations", ["westeurope"]), { location: unknown }), `location ${later}`);
    assert.equal(
      changes(given("locations", ["westeurope"]), { location: undefined }),
      "location is not given, and only deployment tells its default",
    );
    assert.equal(changes(given("tagValues", [weekend]), { tags: unknown }), `tags ${later}`);
  });
});
