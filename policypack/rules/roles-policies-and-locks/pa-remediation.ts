import { policyAssignmentStatements } from "../../../facts/policies";
import { broken, met, type Rule } from "../rule";
import { componentOf, everyChangingPolicyAssignment } from "../update-manager-policy";

const { remediation, notDuringCreation } = policyAssignmentStatements;

/** The machines that exist already are changed too. */
export const paRemediation: Rule = {
  code: "AUM126",
  name: "pa-remediation",
  area: "Roles, policies and locks",
  title: "A policy that changes machines goes with a remediation task for the machines that exist.",
  why: "Machines that exist already, or are created specialized, migrated or restored, stay as they are.",
  level: "advisory",
  since: "2026-11",
  source: [...remediation.source, ...notDuringCreation.source],
  check: everyChangingPolicyAssignment((assignment, stack) => {
    if (stack.policies.isRemediated(assignment)) return met;
    return broken({
      property: "policyDefinitionId",
      found: "that of a policy that changes machines, without a remediation task in this stack",
      mustBe: "joined by a remediation task for the machines that exist",
      fix: 'new policyinsights.RemediationAtSubscription("...", { policyAssignmentId: assignment.id }), or that of another scope',
      component: componentOf(assignment),
      componentFix: "its default, which is without remediation.skip",
    });
  }),
  notRemediable:
    "It takes another resource, a remediation task of Azure Policy, and a remediation changes the properties of one.",
};
