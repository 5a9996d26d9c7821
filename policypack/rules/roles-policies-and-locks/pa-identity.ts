import { policyAssignmentStatements } from "../../../facts/policies";
import type { PolicyAssignment } from "../../stack/policy-assignment";
import { mend, remediatePolicyAssignment } from "../remediate";
import { type Answer, broken, met, type Rule, show } from "../rule";
import { componentOf, everyChangingPolicyAssignment } from "../update-manager-policy";

const { identityAndLocation } = policyAssignmentStatements;

/**
 * An assignment of a policy that changes machines has an identity to do so with, and a region for it. A remediation does
 * not choose the region, and gives no identity without one, which Azure refuses.
 */
export const paIdentity: Rule = {
  code: "AUM119",
  name: "pa-identity",
  area: "Roles, policies and locks",
  title: "The assignment of a policy that changes machines has a managed identity and a location.",
  why: "Azure refuses the assignment, or the policy finds machines and changes none.",
  level: "advisory",
  since: "2026-11",
  source: identityAndLocation.source,
  check: everyChangingPolicyAssignment(answerOf),
  remediate: remediatePolicyAssignment("all", (assignment) => {
    if (!assignment.changesMachines || assignment.hasIdentity || !assignment.settings.has("location")) return [];
    return mend(answerOf(assignment), "SystemAssigned");
  }),
};

function answerOf(assignment: PolicyAssignment): Answer {
  const { settings, hasIdentity } = assignment;
  const component = componentOf(assignment);
  const type = settings.object("identity").text("type");
  if (!hasIdentity) {
    return broken({
      property: "identity.type",
      found: show(type),
      mustBe: '"SystemAssigned" or "UserAssigned" for the policy to change machines',
      fix: 'identity: { type: "SystemAssigned" }',
      component,
      componentFix: "its default",
    });
  }
  if (settings.has("location")) return met;
  return broken({
    property: "location",
    found: show(undefined),
    mustBe: "the region that the managed identity is kept in",
    fix: 'location: "westeurope"',
    component,
    componentFix: 'location: "westeurope"',
  });
}
