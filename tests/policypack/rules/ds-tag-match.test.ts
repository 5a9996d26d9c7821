import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { dsTagMatch as rule } from "../../../policypack/rules/schedules/ds-tag-match";
import { type Declared, dynamicScope, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const scope = (tags: unknown, tagSettings: object = {}) => dynamicScope({ tagSettings: { tags, ...tagSettings } });
const machine = (tags?: unknown, name = "web") => linuxMachine(tags === undefined ? {} : { tags }, name);
const server: Declared = { name: "till", type: "azure-native:hybridcompute:Machine", inputs: { tags: { ring: "a" } } };

const unmatched = (tags: string, fix: string) =>
  broken({
    property: "filter.tagSettings.tags",
    found: `${tags}, which no machine of this stack has`,
    mustBe: "the tags of some machine",
    fix: `on the machines of the scope, tags: { ${fix} }`,
  });
const noRingA = unmatched('{"ring":["a"]}', '"ring": "a"');

describe("ds-tag-match", () => {
  it("is met by a tag that a machine has, with one of its values", () => {
    expectVerdicts(rule, [schedule(), scope({ ring: ["b", "a"] }), machine({ ring: "a" })], { scope: met });
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine({}, "one"), machine({ ring: "a" }, "two")], { scope: met });
  });

  it("is met whatever the case of names and values, since only the policy on schedules is known to tell it", () => {
    expectVerdicts(rule, [scope({ Ring: ["A"] }), machine({ ring: "a" })], { scope: met });
  });

  it("is met by the tags of an Arc-enabled server", () => {
    expectVerdicts(rule, [scope({ ring: ["a"] }), server, machine()], { scope: met });
  });

  it("is met by any of several tags, where the filter asks for that", () => {
    const tags = { ring: ["a"], tier: ["web"] };
    expectVerdicts(rule, [scope(tags, { filterOperator: "Any" }), machine({ ring: "a" })], { scope: met });
    expectVerdicts(rule, [scope(tags, { filterOperator: "All" }), machine({ ring: "a" })], {
      scope: unmatched('{"ring":["a"],"tier":["web"]}', '"ring": "a"'),
    });
  });

  it("is broken by a name or a value that no machine has", () => {
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine({ rings: "a" })], { scope: noRingA });
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine({ ring: "b" }), server], { scope: met });
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine({ ring: "b" })], { scope: noRingA });
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine()], { scope: noRingA });
  });

  it("is not known while tags are not, unless a machine matches", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine({ ring: unknown })], {
      scope: notKnown({ property: "tags.ring", because: `of web ${because}` }),
    });
    expectVerdicts(rule, [scope({ ring: ["a"] }), machine(unknown, "one"), machine({ ring: "a" }, "two")], {
      scope: met,
    });
    expectVerdicts(rule, [scope({ ring: [unknown] }), machine()], {
      scope: notKnown({ property: "filter.tagSettings.tags.ring[0]", because }),
    });
    expectVerdicts(rule, [scope(unknown), machine()], {
      scope: notKnown({ property: "filter.tagSettings.tags", because }),
    });
  });

  it("does not apply without a tag filter", () => {
    const verdict = notApplicable("the scope does not filter by tags");
    expectVerdicts(rule, [dynamicScope(), machine()], { scope: verdict });
    expectVerdicts(rule, [scope({}), machine()], { scope: verdict });
  });

  it("does not apply to a stack without machines, or where a team keeps them in other stacks", () => {
    expectVerdicts(rule, [schedule(), scope({ ring: ["a"] })], { scope: notApplicable("the stack has no machines") });
    expectVerdicts(
      rule,
      [scope({ ring: ["a"] }), machine()],
      { scope: notApplicable("the machines of dynamic scopes are those of other stacks") },
      { machinesElsewhere: true },
    );
  });
});
