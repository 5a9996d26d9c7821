import { type Assignment, DynamicScope } from "../stack/maintenance";
import type { Stack } from "../stack/stack";
import { judge } from "./judge";
import type { Answer, Rule, SettingValues } from "./rule";

/** A check that asks the same of every assignment of a maintenance configuration, static or dynamic. */
export function everyAssignment(
  ask: (assignment: Assignment, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return (stack, settings) =>
    stack.assignments.map((assignment) => judge(assignment.resource, () => ask(assignment, stack, settings)));
}

/** A check that asks the same of every dynamic scope. */
export function everyDynamicScope(
  ask: (scope: DynamicScope, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return (stack, settings) =>
    stack.assignments
      .filter((assignment) => assignment instanceof DynamicScope)
      .map((scope) => judge(scope.resource, () => ask(scope, stack, settings)));
}
