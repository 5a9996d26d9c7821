import assert from "node:assert/strict";
import { createPack } from "../../policypack/create-pack";
import * as library from "../../policypack/library";

describe("createPack", () => {
  it("lists every option that is wrong, before it serves anything", () => {
    assert.throws(
      () =>
        createPack("ours", {
          baseline: "2020-01",
          levels: { "vm-periodic-assesment": "mandatory" },
          settings: { "no-rule": { strict: true }, "vm-bypass-orphan": { scheduledElsewere: true, strict: true } },
          exemptions: [{ rule: "AUM0", resource: "web", reason: "why", owner: "who", expires: "tomorrow" }],
        }),
      {
        message: [
          'createPack("ours"):',
          'baseline is "2020-01", must be one of "2026-11".',
          'levels: "vm-periodic-assesment" is the name of no rule of the pack; see RULES.md.',
          'settings: "no-rule" is the name of no rule of the pack; see RULES.md.',
          'settings["vm-bypass-orphan"]: "scheduledElsewere" is no setting of that rule.',
          'exemptions[0]: rule is "AUM0", must be the code or name of a rule, such as "AUM015"; see RULES.md.',
          'exemptions[0]: expires is "tomorrow", must be a day as YYYY-MM-DD, such as "2027-03-31".',
        ].join("\n"),
      },
    );
  });
});

describe("the library of the pack", () => {
  it("has the rules, and what a rule of one's own takes", () => {
    assert.ok(library.rules.length > 0);
    for (const name of [
      "createPack",
      "everyVirtualMachine",
      "everyResource",
      "met",
      "broken",
      "show",
      "Stack",
    ] as const) {
      assert.ok(name in library, name);
    }
  });
});
