import assert from "node:assert/strict";
import fc from "fast-check";
import { NotKnown, Properties } from "../../../policypack/stack/properties";
import { unknownCheckingProxy } from "../../../policypack/unknown-value";
import { unknown } from "../fixture";

const read = (target: object) => Properties.of(unknownCheckingProxy(target));

describe("Properties", () => {
  it("reads what is there, of the type that Azure takes", () => {
    const properties = read({ text: "a", flag: false, count: 2, nested: { list: ["x", "y"], rows: [{ id: 1 }] } });
    assert.equal(properties.text("text"), "a");
    assert.equal(properties.boolean("flag"), false);
    assert.equal(properties.number("count"), 2);
    assert.deepEqual(properties.object("nested").texts("list"), ["x", "y"]);
    assert.deepEqual(
      properties
        .object("nested")
        .objects("rows")
        .map((row) => row.number("id")),
      [1],
    );
    assert.deepEqual(properties.object("nested").names(), ["list", "rows"]);
  });

  it("reads what is absent or null as undefined, at any depth", () => {
    const properties = read({ nothing: null, text: "a" });
    assert.equal(properties.text("nothing"), undefined);
    assert.equal(properties.object("a").object("b").text("c"), undefined);
    assert.equal(properties.object("a").exist, false);
    assert.deepEqual(properties.texts("list"), []);
    assert.deepEqual(properties.objects("list"), []);
  });

  it("names the path of what is known only after deployment", () => {
    const properties = read({ a: { b: unknown, list: [{ c: unknown }, unknown] } });
    const is = "is known only after deployment";
    assert.throws(() => properties.object("a").text("b"), new NotKnown("a.b", is));
    assert.throws(() => properties.object("a").objects("list"), new NotKnown("a.list[1]", is));
    const first = read({ list: [{ c: unknown }] }).objects("list")[0];
    assert.throws(() => first?.text("c"), new NotKnown("list[0].c", is));
  });

  it("reads the texts of a list apart, so that an unknown one hides no other", () => {
    const [first, second, third] = read({ list: [unknown, "b", 3] }).textsApart("list");
    assert.throws(() => first?.text(), new NotKnown("list[0]", "is known only after deployment"));
    assert.deepEqual([second?.path, second?.text()], ["list[1]", "b"]);
    assert.throws(() => third?.text(), new NotKnown("list[2]", "is a number, where Azure takes a text"));
  });

  it("takes no placeholder of a secret for a text", () => {
    const expected = new NotKnown("customData", "is a secret that cannot be decrypted here");
    assert.throws(() => read({ customData: "[secret]" }).text("customData"), expected);
  });

  it("tells that a property is there without knowing its value", () => {
    const properties = read({ id: unknown });
    assert.equal(properties.has("id"), true);
    assert.equal(properties.has("name"), false);
  });

  it("takes a value of a type that Azure would refuse for not known", () => {
    const properties = read({ text: 1, flag: "true", object: [], list: {}, secret: "[secret]" });
    assert.throws(() => properties.text("text"), new NotKnown("text", "is a number, where Azure takes a text"));
    assert.throws(() => properties.boolean("flag"), new NotKnown("flag", "is a text, where Azure takes a boolean"));
    assert.throws(() => properties.object("object"), new NotKnown("object", "is a list, where Azure takes an object"));
    assert.throws(() => properties.texts("list"), new NotKnown("list", "is an object, where Azure takes a list"));
    assert.throws(
      () => properties.object("secret"),
      new NotKnown("secret", "is a secret that cannot be decrypted here"),
    );
  });

  it("knows nothing of a resource without a single property", () => {
    const properties = read({});
    assert.equal(properties.has("osProfile"), true);
    assert.throws(
      () => properties.object("osProfile"),
      new NotKnown("osProfile", "is not visible before the provider's configuration is known"),
    );
  });

  it("throws nothing but NotKnown, whatever it reads", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(fc.constantFrom(unknown, null, "[secret]", true, 3, "text"), fc.array(tie("any")), tie("object")),
      object: fc.dictionary(fc.constantFrom("a", "b", "__proto__", "length"), tie("any")),
    })).object;
    fc.assert(
      fc.property(value, fc.constantFrom("a", "b", "length"), (target, name) => {
        const properties = read(target as object);
        for (const method of ["text", "boolean", "number", "object", "texts", "objects"] as const) {
          try {
            properties[method](name);
          } catch (error) {
            assert.ok(error instanceof NotKnown, String(error));
          }
        }
      }),
    );
  });
});
