import { policyAssignmentStatements } from "../../../facts/policies";
import { sameName } from "../../stack/arm-id";
import type { PolicyAssignment } from "../../stack/policy-assignment";
import type { StackResource } from "../../stack/resource";
import { attempt, someOf } from "../../stack/three-valued";
import { broken, met, type Rule } from "../rule";
import { componentOf, everyChangingPolicyAssignment } from "../update-manager-policy";

const remediationTypes = [
  "policyinsights:RemediationAtResource",
  "policyinsights:RemediationAtResourceGroup",
  "policyinsights:RemediationAtSubscription",
  "policyinsights:RemediationAtManagementGroup",
];

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
    if (someOf(stack.ofType(...remediationTypes), (each) => isOf(each, assignment))) return met;
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

function isOf(task: StackResource, { resource }: PolicyAssignment): boolean {
  const property = "policyAssignmentId";
  const sources = task.sourcesOf(property, "authorization:PolicyAssignment");
  if (sources.length > 0) return sources.some(({ urn }) => urn === resource.urn);
  const own = attempt(() => resource.outputs.text("id"));
  return typeof own === "string" && sameName(task.settings.text(property) ?? "", own);
}
