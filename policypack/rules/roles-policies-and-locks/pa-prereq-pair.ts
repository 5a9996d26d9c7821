import { builtInPolicy, policyAssignmentStatements, policyDefinitionId } from "../../../facts/policies";
import { someOf } from "../../stack/three-valued";
import { broken, met, notApplicable, type Rule } from "../rule";
import { everyPolicyAssignment } from "../update-manager-policy";

const key = "setSchedulePrerequisites";
const prerequisites = builtInPolicy(key);

/** The policy that assigns a schedule goes with the one that keeps machines ready for it. */
export const paPrereqPair: Rule = {
  code: "AUM125",
  name: "pa-prereq-pair",
  area: "Roles, policies and locks",
  title: "The policy that assigns a schedule goes with the policy on prerequisites.",
  why: "A machine whose patch mode somebody resets stays compliant, and its schedule fails from then on.",
  level: "advisory",
  since: "2026-11",
  source: policyAssignmentStatements.prerequisitesBesideSchedules.source,
  check: everyPolicyAssignment(["scheduleUpdates"], (assignment, { policies }) => {
    if (!assignment.changesMachines) return notApplicable("the policy changes no machines");
    const hasPair = someOf(
      policies.all,
      (other) => other.policy?.key === key && other.changesMachines && other.mayHoldAt(() => assignment.place),
    );
    if (hasPair) return met;
    return broken({
      property: "policyDefinitionId",
      found: "that of the policy on schedules alone",
      mustBe: `joined by an assignment of "${prerequisites?.displayName}" at the same scope`,
      fix: `policyDefinitionId: "${prerequisites && policyDefinitionId(prerequisites.guid)}" in an assignment beside it`,
      component: "ScheduledPatchingPolicy",
      componentFix: "its default, which is without prerequisites.skip",
    });
  }),
  notRemediable:
    "It takes another resource, the assignment of the policy on prerequisites, and a remediation changes the properties of one.",
};
