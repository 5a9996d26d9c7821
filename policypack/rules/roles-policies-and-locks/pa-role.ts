import { policyAssignmentStatements } from "../../../facts/policies";
import type { RoleAssignment } from "../../stack/role";
import { documentedRole, grantFix, identitySettings, isGrantedAt } from "../policy-identity";
import { broken, met, notApplicable, type Rule, show } from "../rule";
import { componentOf, everyChangingPolicyAssignment } from "../update-manager-policy";

/**
 * The identity with which a policy changes machines has the role to do so. A role that is known only after deployment is
 * taken for the right one: its id is often computed from the scope.
 */
export const paRole: Rule = {
  code: "AUM120",
  name: "pa-role",
  area: "Roles, policies and locks",
  title: "The identity of a policy that changes machines has the role that the policy documents, at its scope.",
  why: "The policy finds machines and is refused to change them: the portal grants the role, a deployment by code does not.",
  level: "mandatory",
  since: "2026-11",
  source: [
    ...policyAssignmentStatements.virtualMachineContributor.source,
    ...policyAssignmentStatements.roleAssignment.source,
  ],
  settings: identitySettings,
  check: everyChangingPolicyAssignment((assignment, stack, { grantedElsewhere }) => {
    if (grantedElsewhere) return notApplicable("the roles of identities are granted elsewhere");
    const { identity } = assignment;
    if (identity === undefined) return notApplicable("its identity is not part of this stack");
    if (isGrantedAt(() => assignment.place, identity, assignment, stack)) return met;
    return broken({
      property: "identity",
      found: describeGrants(stack.roleAssignments.filter((each) => each.isTo(identity))),
      mustBe: `granted ${documentedRole(assignment)} at the scope of the assignment`,
      component: componentOf(assignment),
      ...grantFix(assignment, "assignment.scope"),
    });
  }),
  notRemediable: "It takes another resource, a role assignment, and a remediation changes the properties of one.",
};

function describeGrants(given: readonly RoleAssignment[]): string {
  if (given.length === 0) return "granted no role in this stack";
  const roles = given.map(({ knownRole }) => show(knownRole?.name ?? "another role"));
  return `granted ${[...new Set(roles)].join(" and ")} in this stack`;
}
