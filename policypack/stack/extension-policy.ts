import type { MachineKind } from "../../facts/machine-kind";
import { extensionFields, extensionPolicies } from "../../facts/policies";
import { parseArmId, sameName } from "./arm-id";
import type { PolicyAssignment } from "./policy-assignment";
import { NotKnown, type Properties } from "./properties";

/** The list of a policy that lets in extensions of some machines. */
export interface ApprovedExtensions {
  readonly machineKind: MachineKind;
  /** What the list has: types of extensions, or publishers. */
  readonly has: "type" | "publisher";
  readonly names: readonly string[];
  /** The property of the assignment that has the list, or names the policy that does. */
  readonly property: string;
  readonly effect: string;
}

const definition = "policyDefinitionId";

/**
 * The lists of extensions by which the assigned policy lets in or refuses others: that of a built-in policy, or of a policy
 * that the stack itself defines. Empty for other policies, and for those that the stack does not define.
 */
export function approvedExtensionsOf(assignment: PolicyAssignment): readonly ApprovedExtensions[] {
  const { resource } = assignment;
  const [own, another] = resource.sourcesOf(definition, "authorization:PolicyDefinition");
  if (own !== undefined && another === undefined) return own.quoted(() => inDefinition(own.settings, assignment));
  const id = assignment.settings.text(definition) ?? "";
  const name = parseArmId(id)?.names.at(-1) ?? "";
  return extensionPolicies
    .filter(({ guid }) => sameName(guid, name))
    .map(({ machineKind, listParameter, defaultEffect }) => ({
      machineKind,
      has: "type",
      names: assignment.parameter(listParameter).texts("value"),
      property: `parameters.${listParameter}.value`,
      effect: assignment.effect ?? defaultEffect,
    }));
}

function inDefinition(policy: Properties, assignment: PolicyAssignment): readonly ApprovedExtensions[] {
  const rule = policy.object("policyRule");
  const parameters = policy.object("parameters");
  return listsIn(rule.object("if")).map(({ field, list, key }) => ({
    ...field,
    ...namesOf(list, key, parameters, assignment),
    effect: effectOf(rule.object("then").text("effect") ?? "", parameters, assignment),
  }));
}

interface Condition {
  readonly field: Pick<ApprovedExtensions, "machineKind" | "has">;
  readonly list: Properties;
  readonly key: string;
}

/** The conditions of a policy rule that hold where an extension is not on a list. */
function listsIn(condition: Properties): readonly Condition[] {
  const nested = ["allOf", "anyOf"].flatMap((name) => (condition.has(name) ? condition.objects(name) : []));
  const inner = condition.object("not");
  return [
    ...listAt(condition, "notIn"),
    ...(inner.exist ? listAt(inner, "in") : []),
    ...nested.flatMap((each) => listsIn(each)),
  ];
}

function listAt(condition: Properties, operator: string): readonly Condition[] {
  if (!condition.has(operator)) return [];
  const key = condition.names().find((name) => sameName(name, operator)) ?? operator;
  const field = fieldNamed(condition.text("field") ?? "");
  return field === undefined ? [] : [{ field, list: condition, key }];
}

function fieldNamed(name: string): Condition["field"] | undefined {
  for (const has of ["type", "publisher"] as const) {
    for (const machineKind of ["azure", "arc"] as const) {
      if (sameName(extensionFields[has][machineKind], name)) return { has, machineKind };
    }
  }
  return undefined;
}

const parameterReference = /^\[\s*parameters\('([^']+)'\)\s*\]$/i;

function namesOf(
  list: Properties,
  key: string,
  parameters: Properties,
  assignment: PolicyAssignment,
): Pick<ApprovedExtensions, "names" | "property"> {
  if (list.kindOf(key) === "list") return { names: list.texts(key), property: definition };
  const [, parameter] = parameterReference.exec(list.text(key) ?? "") ?? [];
  if (parameter === undefined) throw new NotKnown(list.pathOf(key), "is an expression that Azure Policy evaluates");
  const given = assignment.parameter(parameter);
  return given.has("value")
    ? { names: given.texts("value"), property: `parameters.${parameter}.value` }
    : { names: parameters.object(parameter).texts("defaultValue"), property: definition };
}

function effectOf(expression: string, parameters: Properties, assignment: PolicyAssignment): string {
  const [, parameter] = parameterReference.exec(expression) ?? [];
  if (parameter === undefined) return expression;
  return assignment.parameter(parameter).text("value") ?? parameters.object(parameter).text("defaultValue") ?? "";
}
