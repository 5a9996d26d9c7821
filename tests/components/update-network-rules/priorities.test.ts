import assert from "node:assert/strict";
import * as fc from "fast-check";
import { allocatePriority, belongsTo } from "../../../components/update-network-rules/priorities";

const range = { first: 1000, last: 4096, places: 64 };

describe("allocatePriority", () => {
  it("gives a rule the priority of its place", () => {
    assert.equal(allocatePriority(12, range, new Set()), 1012);
  });

  it("passes over priorities that are taken, in the rule's own row", () => {
    assert.equal(allocatePriority(12, range, new Set([1012, 1076, 1077])), 1140);
  });

  it("gives none where the row is taken or the range ends", () => {
    assert.equal(allocatePriority(12, { ...range, last: 1100 }, new Set([1012, 1076])), undefined);
    assert.equal(allocatePriority(12, { ...range, last: 1011 }, new Set()), undefined);
  });

  const places = fc.uniqueArray(fc.nat(63), { minLength: 1, maxLength: 64 });
  const taken = fc.uniqueArray(fc.integer({ min: 100, max: 4096 }), { maxLength: 1000 }).map((list) => new Set(list));

  it("never gives one priority twice, nor one that is taken", () => {
    fc.assert(
      fc.property(places, taken, (wanted, others) => {
        const found = wanted.map((place) => allocatePriority(place, range, others)).filter((one) => one !== undefined);
        assert.equal(new Set(found).size, found.length);
        assert.deepEqual(
          found.filter((priority) => others.has(priority) || priority < range.first || priority > range.last),
          [],
        );
      }),
    );
  });

  it("gives a place the same priority whatever other rules there are", () => {
    fc.assert(
      fc.property(fc.nat(63), taken, (place, others) => {
        const priority = allocatePriority(place, range, others);
        fc.pre(priority !== undefined);
        assert.ok(belongsTo(priority, place, range));
        // The next row's rules, and those of this set, are in the way of nothing.
        const more = new Set([...others, allocatePriority((place + 1) % 64, range, others) ?? 0]);
        assert.equal(allocatePriority(place, range, more), priority);
      }),
    );
  });

  it("finds a priority whenever the row has one", () => {
    fc.assert(
      fc.property(fc.nat(63), taken, (place, others) => {
        const row = Array.from({ length: 49 }, (_, index) => 1000 + place + index * 64).filter((one) => one <= 4096);
        const free = row.filter((priority) => !others.has(priority));
        assert.equal(allocatePriority(place, range, others), free[0]);
      }),
    );
  });
});
