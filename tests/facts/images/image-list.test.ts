import assert from "node:assert/strict";
import fc from "fast-check";
import { matchesPattern } from "../../../facts/images/image-list";
import { meets } from "../../../facts/images/policy/image-rule";

describe("matchesPattern", () => {
  it("matches the whole name without *", () => {
    assert.equal(matchesPattern("9-lvm", "9-LVM"), true);
    assert.equal(matchesPattern("9-lvm", "9-lvm-gen2"), false);
    assert.equal(matchesPattern("", ""), true);
  });

  it("does not let two parts overlap", () => {
    assert.equal(matchesPattern("gen2*gen2", "gen2"), false);
    assert.equal(matchesPattern("ab*ba", "aba"), false);
    assert.equal(matchesPattern("a*a*a", "aa"), false);
  });

  it("takes . and other signs for themselves", () => {
    assert.equal(matchesPattern("18.*", "18.04"), true);
    assert.equal(matchesPattern("18.*", "1804"), false);
  });

  it("is the same as a regular expression", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ".", "A"), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", ".", "*"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (given, name) => {
        const expression = given.replaceAll(".", "\\.").replaceAll("*", ".*");
        assert.equal(matchesPattern(given, name), new RegExp(`^${expression}$`, "i").test(name));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("meets", () => {
  const cases = [
    [{ equals: "9-lvm" }, "9-LVM", true],
    [{ equals: "9*" }, "9-lvm", false],
    [{ notEquals: "74-gen2" }, "74-GEN2", false],
    [{ in: ["8", "9"] }, "9", true],
    [{ in: ["8", "9"] }, "9-lvm", false],
    [{ notIn: ["8", "9"] }, "10", true],
    [{ like: "9*" }, "9-lvm", true],
    [{ notLike: "9*" }, "9-lvm", false],
  ] as const;
  for (const [condition, value, met] of cases) {
    it(`${JSON.stringify(condition)} is ${met ? "" : "not "}met by ${value}`, () => {
      assert.equal(meets(condition, value), met);
    });
  }
});
