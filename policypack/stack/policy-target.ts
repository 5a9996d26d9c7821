import { periodicAssessment } from "../../facts/machine-settings";
import { normalizeLocation } from "../../facts/regions";
import { sameName } from "./arm-id";
import type { Machine } from "./machine";
import { groupOf } from "./place";
import type { PolicyAssignment } from "./policy-assignment";
import { NotKnown, type Properties } from "./properties";
import { isSelected } from "./selection";
import { everyOf, someOf } from "./three-valued";

const assessed = periodicAssessment.requires.assessmentMode;

/**
 * Whether an assignment of a built-in policy gives a machine what Update Manager needs of it, by its parameters: they may
 * select other machines, or have the policy do something else. Throws {@link NotKnown} where what decides is not known.
 */
export function changesAsNeeded(assignment: PolicyAssignment, machine: Machine): boolean {
  const parameters = assignment.policy?.parameters ?? [];
  return everyOf(
    ...parameters.map(
      ({ name }) =>
        () =>
          conditions[name]?.(assignment, machine) ?? true,
    ),
  );
}

/**
 * What a parameter asks for. One that is not given has the default of the definition, which is every machine but for
 * `osType`, and an empty list is one that selects every machine too.
 */
const conditions: Readonly<Record<string, (assignment: PolicyAssignment, machine: Machine) => boolean>> = {
  effect: (assignment) => !sameName(textOf(assignment, "effect") ?? "", "Disabled"),
  assessmentMode: (assignment) => sameName(textOf(assignment, "assessmentMode") ?? assessed, assessed),
  osType: (assignment, machine) => sameName(textOf(assignment, "osType") ?? "Windows", machine.operatingSystem),
  operatingSystemTypes: (assignment, machine) =>
    isSelected(textsOf(assignment, "operatingSystemTypes"), () => machine.operatingSystem),
  locations: (assignment, { resource }) =>
    isSelected(textsOf(assignment, "locations").map(normalizeLocation), () =>
      normalizeLocation(given(resource.settings.text("location"), "location")),
    ),
  resourceGroups: (assignment, { resource }) =>
    isSelected(textsOf(assignment, "resourceGroups"), () => given(groupOf(resource).text(), "resourceGroupName")),
  tagValues: (assignment, machine) => {
    const wanted = assignment.resource.quoted(() => tagsIn(assignment.parameter("tagValues")));
    if (wanted.length === 0) return true;
    const matches = wanted.map(
      ({ key, value }) =>
        () =>
          hasTag(machine, key, () => assignment.resource.quoted(value)),
    );
    const isAll = sameName(textOf(assignment, "tagOperator") ?? "Any", "All");
    return isAll ? everyOf(...matches) : someOf(matches, (holds) => holds());
  },
};

interface Tag {
  readonly key: string;
  readonly value: () => string;
}

/** The tags of a parameter, which is an object of names and values, or a list of objects with key and value. */
function tagsIn(parameter: Properties): readonly Tag[] {
  if (!parameter.has("value")) return [];
  if (parameter.kindOf("value") === "object") {
    const tags = parameter.object("value");
    return tags.names().map((key) => ({ key, value: () => tags.text(key) ?? "" }));
  }
  return parameter
    .objects("value")
    .map((tag) => ({ key: tag.text("key") ?? "", value: () => tag.text("value") ?? "" }));
}

/** Whether the machine has a tag. Letter case rules none out: the documents do not say for each policy what it means. */
function hasTag({ resource }: Machine, key: string, value: () => string): boolean {
  const tags = resource.settings.object("tags");
  return someOf(
    tags.names().filter((name) => sameName(name, key)),
    (name) => sameName(tags.text(name) ?? "", value()),
  );
}

function given(value: string | undefined, property: string): string {
  if (value !== undefined) return value;
  throw new NotKnown(property, "is not given, and only deployment tells its default");
}

function textOf(assignment: PolicyAssignment, name: string): string | undefined {
  return assignment.resource.quoted(() => assignment.parameter(name).text("value"));
}

function textsOf(assignment: PolicyAssignment, name: string): readonly string[] {
  return assignment.resource.quoted(() => assignment.parameter(name).texts("value"));
}
