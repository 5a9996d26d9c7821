import { paTagvaluesType as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-tagvalues-type";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { policy } from "../governance";
import { expectVerdicts } from "./expect";

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
