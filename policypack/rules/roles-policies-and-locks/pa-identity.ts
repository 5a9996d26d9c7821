import { policyAssignmentStatements } from "../../../facts/policies";
import { broken, met, type Rule, show } from "../rule";
import { componentOf, everyChangingPolicyAssignment } from "../update-manager-policy";

const { identityAndLocation } = policyAssignmentStatements;

/** An assignment of a policy that changes machines has an identity to do so with, and a region for it. */
export const paIdentity: Rule = {
  code: "AUM119",
  name: "pa-identity",
  area: "Roles, policies and locks",
  title: "The assignment of a policy that changes machines has a managed identity and a location.",
  why: "Azure refuses the assignment, or the policy finds machines and changes none.",
  level: "advisory",
  since: "2026-11",
  source: identityAndLocation.source,
  check: everyChangingPolicyAssignment((assignment) => {
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
  }),
};
