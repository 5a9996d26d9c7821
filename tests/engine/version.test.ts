import assert from "node:assert/strict";
import { formatVersion, isAtLeast, parseVersion } from "../../tools/engine/version";

describe("engine versions", () => {
  for (const [text, expected] of [
    ["v3.259.0\n", [3, 259, 0]],
    ["3.250.0-alpha.1+dev", [3, 250, 0]],
    ["go1.26", [1, 26, 0]],
    ["go version go1.25.11 linux/amd64", [1, 25, 11]],
    ["no version", undefined],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parseVersion(text), expected));
  }

  for (const [version, minimum, expected] of [
    [[3, 250, 0], [3, 250, 0], true],
    [[3, 249, 9], [3, 250, 0], false],
    [[4, 0, 0], [3, 250, 0], true],
    [[1, 25, 10], [1, 25, 11], false],
    [[2, 999, 999], [3, 0, 0], false],
  ] as const) {
    it(`${formatVersion(version)} is ${expected ? "" : "not "}at least ${formatVersion(minimum)}`, () =>
      assert.equal(isAtLeast(version, minimum), expected));
  }
});
