import { builtInPolicy } from "../../../facts/policies";
import type { PolicyAssignment } from "../../stack/policy-assignment";
import type { Properties } from "../../stack/properties";
import { remediatePolicyAssignment } from "../remediate";
import { type Answer, broken, met, notApplicable, type Rule } from "../rule";
import { componentOf, everyPolicyAssignment } from "../update-manager-policy";

const parameter = "tagValues";

/** A tag as an array has it. A type alias, which unlike an interface is one of the values that a change can set. */
type Tag = { readonly key: string; readonly value: string };

/**
 * The tags of a policy have the shape that this very policy takes: two of them take an object, and two an array. A
 * remediation rewrites the one as the other, where both can say the same.
 */
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
  check: everyPolicyAssignment("all", answerOf),
  remediate: remediatePolicyAssignment("all", (assignment) => {
    if (answerOf(assignment).outcome !== "broken") return [];
    const value = assignment.parameter(parameter);
    const converted = takesArray(assignment) ? toArray(value) : toObject(value);
    return converted === undefined ? [] : [{ path: value.pathOf("value"), value: converted }];
  }),
};

function answerOf(assignment: PolicyAssignment): Answer {
  const asArray = takesArray(assignment);
  if (asArray === undefined) return notApplicable("the policy has no tagValues");
  const value = assignment.parameter(parameter);
  const kind = value.kindOf("value");
  if (kind === undefined) return notApplicable("no tags are given");
  const property = value.pathOf("value");
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
}

/** Whether the policy takes its tags as an array, and not as an object; `undefined` where it takes none. */
function takesArray({ policy }: PolicyAssignment): boolean | undefined {
  const definition = policy?.parameters.find(({ name }) => name === parameter);
  return definition === undefined ? undefined : definition.type === "Array";
}

/** An object of names and values as an array; `undefined` where it is no object of texts. */
function toArray(holder: Properties): readonly Tag[] | undefined {
  if (holder.kindOf("value") !== "object") return undefined;
  const object = holder.object("value");
  const names = object.names();
  if (names.some((name) => object.kindOf(name) !== "text")) return undefined;
  return names.map((key) => ({ key, value: object.text(key) ?? "" }));
}

/** An array of keys and values as an object; `undefined` where it is no such array, or has one key more than once. */
function toObject(holder: Properties): Readonly<Record<string, string>> | undefined {
  if (holder.kindOf("value") !== "list") return undefined;
  if (holder.kindsIn("value").some(({ kind }) => kind() !== "object")) return undefined;
  const items = holder.objects("value");
  if (items.some((item) => item.kindOf("key") !== "text" || item.kindOf("value") !== "text")) return undefined;
  const entries = items.map((item) => [item.text("key") ?? "", item.text("value") ?? ""] as const);
  const keys = new Set(entries.map(([key]) => key.toLowerCase()));
  return keys.size === entries.length ? Object.fromEntries(entries) : undefined;
}
