import assert from "node:assert/strict";
import { nameOf } from "../../../../policypack/stack/network/conditions";

describe("the other side of a connection in words", () => {
  it("is its address, else the names that the machine asks for", () => {
    assert.equal(nameOf({ names: ["a.example.com"], address: "192.0.2.1" }), "192.0.2.1");
    assert.equal(nameOf({ names: ["a.example.com", "b.example.com"] }), "a.example.com or b.example.com");
  });

  it("is never empty", () => {
    assert.equal(nameOf({ names: [] }), "a public address that is not known");
  });
});
