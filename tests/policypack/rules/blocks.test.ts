import assert from "node:assert/strict";
import { Operation } from "../../../facts/operations";
import { rules } from "../../../policypack/rules";

/** Mandatory rules that keep nothing from a machine or schedule as a whole, and why. */
const exceptions: Readonly<Record<string, string>> = {
  "ca-duplicate-time": "one of the two schedules does run",
  "arc-servicetags": "it is about the rules of a network, whoever is in it",
  "arc-servicetag-regional": "it is about the rules of a network, whoever is in it",
  "arc-fqdns-cloud": "it is about the rules of a network, whoever is in it",
};

/** Areas whose mandatory rules are about something else than machines and schedules. */
const others: readonly string[] = ["Events", "Roles, policies and locks", "Pulumi programs"];

describe("what a broken rule blocks", () => {
  for (const { name, level, area, blocks } of rules) {
    if (level !== "mandatory" || others.includes(area)) continue;
    it(`is said of ${name}, or is nothing for a reason`, () => {
      assert.equal(blocks === undefined, exceptions[name] !== undefined);
    });
  }

  it("is everything where a policy refuses the machine", () => {
    const denying = rules.find(({ name }) => name === "pa-deny-conflict");
    assert.deepEqual(denying?.blocks, Object.values(Operation));
  });

  it("is some operation, each once", () => {
    for (const { name, blocks } of rules) {
      if (blocks === undefined) continue;
      assert.ok(blocks.length > 0, name);
      assert.equal(new Set(blocks).size, blocks.length, name);
    }
  });

  it("is nothing that a rule on convenience or surprise tells of", () => {
    for (const name of ["vm-autopatch-surprise", "vm-reboot-setting-override", "mc-reboot-never", "img-ubuntu-eol"]) {
      assert.equal(rules.find((each) => each.name === name)?.blocks, undefined, name);
    }
  });

  it("is the schedule alone where a schedule is wrong", () => {
    for (const { name, area, blocks } of rules) {
      if (area === "Schedules" && blocks !== undefined) assert.deepEqual(blocks, [Operation.Schedule], name);
    }
  });
});
