import assert from "node:assert/strict";
import { NotKnown } from "../../../policypack/stack/properties";
import { attempt, countAbove, everyOf, findOf, firstOf, someOf } from "../../../policypack/stack/three-valued";

const unknown = new NotKnown("sku", "is known only after deployment");
type Item = boolean | NotKnown;

function holds(item: Item): boolean {
  if (item instanceof NotKnown) throw item;
  return item;
}

const every = (...items: readonly Item[]) => everyOf(...items.map((item) => () => holds(item)));

describe("three-valued logic", () => {
  it("finds the first item that holds, past unknown ones", () => {
    assert.equal(
      findOf([1, 2, 3, 4], (item) => (item === 1 ? holds(unknown) : item > 2)),
      3,
    );
    assert.equal(
      findOf([1, 2], () => false),
      undefined,
    );
  });

  it("knows of some as soon as one holds", () => {
    assert.equal(someOf([unknown, true], holds), true);
    assert.equal(someOf([false, false], holds), false);
    assert.equal(someOf([], holds), false);
    assert.equal(
      someOf([undefined], () => true),
      true,
    );
    assert.throws(() => someOf([false, unknown], holds), unknown);
  });

  it("knows of every as soon as one does not hold", () => {
    assert.equal(every(unknown, false), false);
    assert.equal(every(true, true), true);
    assert.equal(every(), true);
    assert.throws(() => every(true, unknown), unknown);
  });

  it("takes the first answer that is known, past questions that have none or cannot tell", () => {
    const cannotTell = () => (holds(unknown) ? "unknown" : "unknown");
    assert.equal(
      firstOf(
        () => undefined,
        cannotTell,
        () => "first",
        () => "second",
      ),
      "first",
    );
    assert.equal(
      firstOf(() => undefined),
      undefined,
    );
    assert.throws(() => firstOf(cannotTell, () => undefined), unknown);
  });

  it("counts items above a limit, and lets unknown ones decide only where they can", () => {
    const count = (limit: number, ...items: Item[]) => countAbove(limit, items, holds);
    assert.equal(count(1, true, false, true), 2);
    assert.equal(count(2, true, false, true), undefined);
    assert.equal(count(1, true, unknown, true), 2);
    assert.equal(count(2, true, false, unknown), undefined);
    assert.throws(() => count(1, true, unknown), unknown);
  });

  it("lets no fault pass for an unknown value", () => {
    const fault = new TypeError("fault");
    const failing = () => {
      throw fault;
    };
    assert.throws(() => attempt(failing), fault);
    assert.throws(() => findOf([1], failing), fault);
  });
});
