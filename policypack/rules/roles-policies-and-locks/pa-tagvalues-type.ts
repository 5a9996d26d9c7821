import { builtInPolicy } from "../../../facts/policies";
import { broken, met, notApplicable, type Rule } from "../rule";
import { componentOf, everyPolicyAssignment } from "../update-manager-policy";

const parameter = "tagValues";

/** The tags of a policy have the shape that this very policy takes: two of them take an object, and two an array. */
export const paTagvaluesType: Rule = {
  code: "AUM123",
  name: "pa-tagvalues-type",
  area: "Roles, policies and locks",
  title: "The tagValues of a policy on assessment are an object, and of one on schedules an array of keys and values.",
  why: "Azure refuses the assignment, since the value is not of the parameter's type.",
  level: "mandatory",
  since: "2026-11",
  source: (["configurePeriodicAssessment", "scheduleUpdates"] as const).flatMap(
    (key) => builtInPolicy(key)?.source ?? [],
  ),
  check: everyPolicyAssignment("all", (assignment) => {
    const definition = assignment.policy?.parameters.find(({ name }) => name === parameter);
    if (definition === undefined) return notApplicable("the policy has no tagValues");
    const value = assignment.parameter(parameter);
    const kind = value.kindOf("value");
    if (kind === undefined) return notApplicable("no tags are given");
    const property = value.pathOf("value");
    const asArray = definition.type === "Array";
    const fix = asArray ? '[{ key: "environment", value: "production" }]' : '{ environment: "production" }';
    const wrong = (path: string, found: string) =>
      broken({
        property: path,
        found,
        mustBe: asArray ? "an object with key and value in a list" : "an object of tag names and values",
        fix: `parameters: { ${parameter}: { value: ${fix} } }`,
        component: componentOf(assignment),
        componentFix: asArray ? 'tags: { environment: ["production"] }' : 'tags: { environment: "production" }',
      });
    if (!asArray) return kind === "object" ? met : wrong(property, `a ${kind}`);
    if (kind !== "list") return wrong(property, kind === "object" ? "an object" : `a ${kind}`);
    const odd = value.kindsIn("value").find((item) => item.kind() !== "object");
    if (odd !== undefined) return wrong(odd.path, `a ${odd.kind()}`);
    const incomplete = value.objects("value").find((item) => !item.has("key") || !item.has("value"));
    return incomplete === undefined ? met : wrong(incomplete.path, "an object without key or value");
  }),
};
