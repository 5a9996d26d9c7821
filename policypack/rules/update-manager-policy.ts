import type { PolicyKey } from "../../facts/policies";
import type { PolicyAssignment } from "../stack/policy-assignment";
import type { Stack } from "../stack/stack";
import { judge } from "./judge";
import { type Answer, notApplicable, notKnown, type Rule, type SettingValues } from "./rule";

/** A check that asks the same of every assignment of some of Update Manager's built-in policies; of all without keys. */
export function everyPolicyAssignment(
  keys: readonly PolicyKey[] | "all",
  ask: (assignment: PolicyAssignment, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return (stack, settings) =>
    stack.policyAssignments.map((assignment) =>
      judge(assignment.resource, () => {
        const { policy } = assignment;
        if (policy === undefined) return notApplicable("it assigns none of Update Manager's policies");
        if (keys !== "all" && !keys.includes(policy.key)) {
          return notApplicable(`it assigns "${policy.displayName}", which this rule does not concern`);
        }
        return ask(assignment, stack, settings);
      }),
    );
}

/** A check that asks the same of every assignment with which Azure Policy changes machines for Update Manager. */
export function everyChangingPolicyAssignment(
  ask: (assignment: PolicyAssignment, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return everyPolicyAssignment("all", (assignment, stack, settings) =>
    assignment.changesMachines ? ask(assignment, stack, settings) : notApplicable("the policy changes no machines"),
  );
}

/** The component that makes the same assignment. */
export function componentOf({ policy }: PolicyAssignment): string {
  const ofSchedules: readonly (PolicyKey | undefined)[] = ["scheduleUpdates", "setSchedulePrerequisites"];
  return ofSchedules.includes(policy?.key) ? "ScheduledPatchingPolicy" : "PeriodicAssessment";
}

/** The answer on a property that the program leaves wrong, where a policy may set it right. */
export function setByPolicy(property: string, { resource }: PolicyAssignment): Answer {
  return notKnown({ property, because: `is set by ${resource.name} after deployment` });
}
