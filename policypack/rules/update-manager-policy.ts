import type { PolicyKey } from "../../facts/policies";
import type { PolicyAssignment } from "../stack/policy-assignment";
import { NotKnown } from "../stack/properties";
import type { Stack } from "../stack/stack";
import { attempt } from "../stack/three-valued";
import { judge } from "./judge";
import { type Answer, notApplicable, notKnown, type Rule, type SettingValues } from "./rule";

/** A check that asks the same of every assignment of some of Update Manager's built-in policies; of all without keys. */
export function everyPolicyAssignment(
  keys: readonly PolicyKey[] | "all",
  ask: (assignment: PolicyAssignment, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  const answerFor = (assignment: PolicyAssignment, stack: Stack, settings: SettingValues): Answer => {
    // A rule on some policies is one on their parameters, and here a set gives those.
    if (keys !== "all" && assignment.isOfSet) return notApplicable("it assigns a set of policies");
    const { policy } = assignment;
    if (policy === undefined) return notApplicable("it assigns none of Update Manager's policies");
    if (keys !== "all" && !keys.includes(policy.key)) {
      return notApplicable(`it assigns "${policy.displayName}", which this rule does not concern`);
    }
    return ask(assignment, stack, settings);
  };
  return (stack, settings) =>
    stack.policyAssignments.map((assignment) =>
      judge(assignment.resource, () =>
        gravest(stack.policies.of(assignment).map((each) => attempt(() => answerFor(each, stack, settings)))),
      ),
    );
}

/** The answer for all policies of an assignment: what is broken by one, else not known of one, and so on. */
function gravest(answers: readonly (Answer | NotKnown)[]): Answer {
  const known = answers.map((each) => (each instanceof NotKnown ? notKnown(each) : each));
  const outcomes = ["broken", "notKnown", "met"] as const;
  const found = outcomes.map((outcome) => known.find((each) => each.outcome === outcome)).find((each) => each);
  return found ?? known[0] ?? notApplicable("it assigns none of Update Manager's policies");
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
