import assert from "node:assert/strict";
import fc from "fast-check";
import { overlap, parsePropertyPath } from "../../../policypack/stack/property-path";

describe("parsePropertyPath", () => {
  const readable: Readonly<Record<string, readonly (string | number)[]>> = {
    root: ["root"],
    "root.nested": ["root", "nested"],
    'root["nested"]': ["root", "nested"],
    '["root"].nested': ["root", "nested"],
    'root["double"]["nest"]': ["root", "double", "nest"],
    "root.array[0]": ["root", "array", 0],
    "root.array[100].nested": ["root", "array", 100, "nested"],
    "root.array[0][1].nested": ["root", "array", 0, 1, "nested"],
    'root["key with a ."]': ["root", "key with a ."],
    '["key with \\"escaped\\" quotes"].nested': ['key with "escaped" quotes', "nested"],
    "*": ["*"],
    "root.*": ["root", "*"],
    "root[*].nested": ["root", "*", "nested"],
    "root.[0]": ["root", 0],
  };
  for (const [text, path] of Object.entries(readable)) {
    it(`reads ${text}`, () => assert.deepEqual(parsePropertyPath(text), path));
  }

  for (const text of [
    "",
    ".",
    ".root",
    "root.",
    "root..nested",
    "root[",
    "root[x]",
    'root["a',
    'root["a"x]',
    "a]b[c",
  ]) {
    it(`does not read ${JSON.stringify(text)}`, () => assert.equal(parsePropertyPath(text), undefined));
  }

  it("reads every name in quotes", () => {
    // The engine escapes nothing but quotes, so that a name that ends with a backslash cannot be written.
    fc.assert(
      fc.property(fc.string(), (name) => {
        fc.pre(!name.includes("\\"));
        const text = `root["${name.replaceAll('"', '\\"')}"]`;
        assert.deepEqual(parsePropertyPath(text), ["root", name]);
      }),
    );
  });

  it("reads any text or none", () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePropertyPath(text)));
  });
});

describe("overlap", () => {
  const overlapping = (one: string, other: string) =>
    overlap(parsePropertyPath(one) ?? [], parsePropertyPath(other) ?? []);

  it("is that of a path with itself, with what it leads to and with what leads to it", () => {
    for (const other of ["a", "a.b", "a.b.c", 'a["b"]', "*", "a.*", "a[*].c", "a.b.*"]) {
      assert.ok(overlapping("a.b", other), other);
      assert.ok(overlapping(other, "a.b"), other);
    }
  });

  it("is not that of paths which part", () => {
    for (const other of ["b", "a.c", "a[0]", "b.*", "*.c", "A.b", "a.bc"]) assert.ok(!overlapping("a.b", other), other);
  });
});
