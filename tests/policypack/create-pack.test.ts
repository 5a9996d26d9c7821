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

  it("refuses names and codes that are taken, with whatever else is wrong", () => {
    const [first, second] = library.rules as [library.Rule, library.Rule];
    const own = { ...first, code: "TEAM001", name: "vm-owner" };
    assert.throws(
      () =>
        createPack("ours", {
          rules: [
            first,
            second,
            own,
            { ...own, code: "TEAM002" },
            { ...own, code: first.code.toLowerCase(), name: "vm-mine" },
            { ...own, code: "AUM011", name: "Readiness" },
          ],
          policies: [{ name: second.name, description: "Ours.", validateStack: () => {} }],
          baseline: "2020-01",
        }),
      {
        message: [
          'createPack("ours"):',
          'rules[3].name of TEAM002 vm-owner is "vm-owner", must not be that of TEAM001 vm-owner (rules[2]); see RULES.md.',
          'rules[5].name of AUM011 Readiness is "Readiness", must not be that of the policy readiness, which every pack has; see RULES.md.',
          `policies[0].name of policy ${second.name} is "${second.name}", must not be that of ${second.code} ${second.name} (rules[1]); see RULES.md.`,
          `rules[4].code of ${first.code.toLowerCase()} vm-mine is "${first.code.toLowerCase()}", must not be that of ${first.code} ${first.name} (rules[0]); see RULES.md.`,
          'rules[5].code of AUM011 Readiness is "AUM011", must not be that of AUM011 vm-autoupdates-immutable, which no rule can check; see RULES.md.',
          'baseline is "2020-01", must be one of "2026-11".',
        ].join("\n"),
      },
    );
  });

  it("lists what an exemption lacks, as one that was read from JSON may", () => {
    const exemptions = JSON.parse('[{ "rule": "AUM015", "owner": 5 }, {}, null]');
    const lacking = (index: number, owner: string) => [
      `exemptions[${index}]: resource is not set, must be a text that says it.`,
      `exemptions[${index}]: reason is not set, must be a text that says it.`,
      `exemptions[${index}]: owner is ${owner}, must be a text that says it.`,
      `exemptions[${index}]: expires is not set, must be a day as YYYY-MM-DD, such as "2027-03-31".`,
    ];
    const noRule = 'rule is not set, must be the code or name of a rule, such as "AUM015"; see RULES.md.';
    assert.throws(() => createPack("ours", { exemptions }), {
      message: [
        'createPack("ours"):',
        ...lacking(0, "5"),
        `exemptions[1]: ${noRule}`,
        ...lacking(1, "not set"),
        `exemptions[2]: ${noRule}`,
        ...lacking(2, "not set"),
      ].join("\n"),
    });
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
