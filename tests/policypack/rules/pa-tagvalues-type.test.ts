import { paTagvaluesType as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-tagvalues-type";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { schedule, unknown } from "../fixture";
import { policy } from "../governance";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const assessment = "configurePeriodicAssessment";
const schedules = "setSchedulePrerequisites";
const tagged = (key: typeof assessment | typeof schedules, value: unknown) =>
  policy(key, { parameters: { tagValues: { value } } });
const property = "parameters.tagValues.value";
const notAnObject = (found: string) =>
  broken({
    property,
    found,
    mustBe: "an object of tag names and values",
    fix: 'parameters: { tagValues: { value: { environment: "production" } } }',
    component: "PeriodicAssessment",
    componentFix: 'tags: { environment: "production" }',
  });
const notAnArray = (path: string, found: string) =>
  broken({
    property: path,
    found,
    mustBe: "an object with key and value in a list",
    fix: 'parameters: { tagValues: { value: [{ key: "environment", value: "production" }] } }',
    component: "ScheduledPatchingPolicy",
    componentFix: 'tags: { environment: ["production"] }',
  });

describe("pa-tagvalues-type", () => {
  it("is met by what each policy takes", () => {
    expectVerdicts(rule, [tagged(assessment, { environment: "production" })], { [assessment]: met });
    expectVerdicts(rule, [tagged(schedules, [{ key: "environment", value: "production" }])], { [schedules]: met });
    expectVerdicts(rule, [tagged(schedules, [{ key: unknown, value: unknown }])], { [schedules]: met });
  });

  it("is broken by what the other kind of policy takes", () => {
    expectVerdicts(rule, [tagged(assessment, [{ key: "environment", value: "production" }])], {
      [assessment]: notAnObject("a list"),
    });
    expectVerdicts(rule, [tagged(schedules, { environment: "production" })], {
      [schedules]: notAnArray(property, "an object"),
    });
  });

  it("is broken by texts, and by objects without key or value", () => {
    expectVerdicts(rule, [tagged(assessment, "production")], { [assessment]: notAnObject("a text") });
    expectVerdicts(rule, [tagged(schedules, ["production"])], {
      [schedules]: notAnArray(`${property}[0]`, "a text"),
    });
    expectVerdicts(rule, [tagged(schedules, [{ key: "a", value: "b" }, { environment: "production" }])], {
      [schedules]: notAnArray(`${property}[1]`, "an object without key or value"),
    });
  });

  it("is not known while the value is not", () => {
    expectVerdicts(rule, [tagged(schedules, unknown)], {
      [schedules]: notKnown({ property, because: "is known only after deployment" }),
    });
  });

  it("does not apply without tags, or to a policy without them", () => {
    expectVerdicts(rule, [policy(schedules)], { [schedules]: notApplicable("no tags are given") });
    expectVerdicts(rule, [policy("auditPeriodicAssessment")], {
      auditPeriodicAssessment: notApplicable("the policy has no tagValues"),
    });
  });
});

describe("pa-tagvalues-type as a remediation", () => {
  it("rewrites an object as the array that the policies on schedules take, and the reverse", () => {
    expectChanges(rule, tagged(schedules, { environment: "production", ring: "a" }), {
      path: property,
      value: [
        { key: "environment", value: "production" },
        { key: "ring", value: "a" },
      ],
    });
    const array = [
      { key: "environment", value: "production" },
      { key: "ring", value: "a" },
    ];
    expectChanges(rule, tagged(assessment, array), {
      path: property,
      value: { environment: "production", ring: "a" },
    });
  });

  it("leaves alone what cannot be said the other way", () => {
    const twice = [
      { key: "ring", value: "a" },
      { key: "Ring", value: "b" },
    ];
    expectChanges(rule, tagged(assessment, twice));
    expectChanges(rule, tagged(assessment, ["production"]));
    expectChanges(rule, tagged(assessment, [{ environment: "production" }]));
    expectChanges(rule, tagged(assessment, "production"));
    expectChanges(rule, tagged(schedules, { ring: ["a", "b"] }));
    expectChanges(rule, tagged(schedules, [{ environment: "production" }]));
    expectChanges(rule, tagged(schedules, "production"));
  });

  it("leaves alone what is right, other policies and other resources", () => {
    expectChanges(rule, tagged(assessment, { environment: "production" }));
    expectChanges(rule, tagged(schedules, [{ key: "environment", value: "production" }]));
    expectChanges(rule, policy(schedules));
    expectChanges(rule, policy("auditPeriodicAssessment"));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, tagged(schedules, unknown), property);
    expectLeftUnknown(rule, tagged(schedules, { environment: unknown }), `${property}.environment`);
    expectLeftUnknown(rule, tagged(assessment, [{ key: "ring", value: unknown }]), `${property}[0].value`);
  });
});
