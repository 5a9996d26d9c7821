import assert from "node:assert/strict";
import { covers, mayCover, type Place, placeNamedBy, placeOf, placeOfId } from "../../../policypack/stack/place";
import { NotKnown } from "../../../policypack/stack/properties";
import { Stack } from "../../../policypack/stack/stack";
import { unknownCheckingProxy } from "../../../policypack/unknown-value";
import { type Declared, linuxMachine, recordsOf, stackOf, unknown } from "../fixture";
import { group, lock } from "../governance";

const subscription = "/subscriptions/0000";
const machine = `${subscription}/resourceGroups/fleet/providers/Microsoft.Compute/virtualMachines/web`;
const managementGroup = "/providers/Microsoft.Management/managementGroups/all";

function at(id: string): Place {
  const place = placeOfId(id);
  assert.ok(place, id);
  return place;
}

function locked(declared: Declared, ...others: Declared[]): Place {
  const [first] = stackOf(declared, ...others).managementLocks;
  assert.ok(first);
  return placeNamedBy(first.resource, "scope");
}

function web(change: object = {}, outputs: object = {}): Place {
  const [first] = stackOf({ ...linuxMachine(change), outputs }).virtualMachines;
  assert.ok(first);
  return placeOf(first.resource);
}

describe("places", () => {
  it("cover what is below them, in any letter case", () => {
    const ids = [subscription, `${subscription}/resourceGroups/fleet`, machine];
    for (const [index, outer] of ids.entries()) {
      assert.deepEqual(
        ids.map((inner) => covers(at(outer.toUpperCase()), at(inner))),
        ids.map((_, innerIndex) => innerIndex >= index),
        outer,
      );
    }
  });

  it("cover neither neighbours nor what is above them", () => {
    const others = ["/subscriptions/1111", `${subscription}/resourceGroups/data`, `${machine}2`];
    for (const other of others) {
      assert.equal(covers(at(other), at(machine)), false, other);
      assert.equal(covers(at(other), at(managementGroup)), false, other);
    }
    assert.equal(covers(at(`${machine}/extensions/one`), at(machine)), false);
  });

  it("of a management group cover it, and else nobody knows", () => {
    assert.equal(covers(at(managementGroup), at(managementGroup.toUpperCase())), true);
    assert.throws(() => covers(at(managementGroup), at(subscription)), NotKnown);
    assert.equal(
      mayCover(
        () => at(managementGroup),
        () => at(subscription),
      ),
      true,
    );
  });

  it("are told by names of resources before their ids are known", () => {
    assert.equal(covers(at(`${subscription}/resourceGroups/FLEET`), web()), true);
    assert.equal(covers(at(`${subscription}/resourceGroups/data`), web()), false);
    assert.equal(covers(at(machine), web({ vmName: "other" })), false);
    assert.throws(() => covers(at(subscription), web()), NotKnown);
    assert.equal(covers(at(subscription), web({}, { id: machine })), true);
    assert.throws(
      () => covers(at(`${subscription}/resourceGroups/fleet`), web({ resourceGroupName: unknown })),
      NotKnown,
    );
  });

  it("are in the subscription that their provider names, where it is known", () => {
    const under = (subscriptionId: string) => {
      const [first] = new Stack(
        recordsOf(linuxMachine()).map((record) => ({ ...record, provider: unknownCheckingProxy({ subscriptionId }) })),
      ).virtualMachines;
      assert.ok(first);
      return placeOf(first.resource);
    };
    assert.equal(covers(at(subscription), under("0000")), true);
    assert.equal(covers(at(subscription), under("1111")), false);
    assert.throws(() => covers(at(subscription), under(unknown)), NotKnown);
  });

  it("are told by the resource that a scope is computed from", () => {
    const onGroup = lock("ManagementLockByScope", { scope: unknown }, { scope: ["group"] });
    assert.equal(covers(locked(onGroup, group), web()), true);
    assert.equal(covers(locked(onGroup, group), web({ resourceGroupName: "data" })), false);
    const root = { name: "root", type: "azure-native:management:ManagementGroup", inputs: { groupId: "all" } };
    const onRoot = lock("ManagementLockByScope", { scope: unknown }, { scope: ["root"] });
    assert.equal(covers(locked(onRoot, root), at(managementGroup)), true);
  });

  it("are not told by scopes in a circle", () => {
    const one = { ...lock("ManagementLockByScope", { scope: unknown }, { scope: ["other"] }), name: "one" };
    const other = { ...one, name: "other", from: { scope: ["one"] } };
    const circular = { name: "NotKnown", message: "scope is computed from itself" };
    assert.throws(() => locked(one, other), circular);
    assert.throws(() => locked({ ...one, from: { scope: ["one"] } }), circular);
  });

  it("are not told by what is no scope", () => {
    const reason = (inputs: object) => ({ name: "NotKnown", message: `scope ${Object.values(inputs)[0]}` });
    assert.throws(() => locked(lock("ManagementLockByScope", { level: "ReadOnly" })), reason({ a: "is not given" }));
    assert.throws(
      () => locked(lock("ManagementLockByScope", { scope: "fleet" })),
      reason({ a: 'is "fleet", which is no scope' }),
    );
  });
});
