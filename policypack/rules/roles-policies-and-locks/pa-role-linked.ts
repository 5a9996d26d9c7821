import { policyAssignmentStatements } from "../../../facts/policies";
import { covers } from "../../stack/place";
import { configurationParameter } from "../../stack/policy-assignment";
import { firstOf } from "../../stack/three-valued";
import { documentedRole, grantFix, identitySettings, isGrantedAt } from "../policy-identity";
import { broken, met, notApplicable, type Rule } from "../rule";
import { componentOf, everyPolicyAssignment } from "../update-manager-policy";

/**
 * The identity that assigns a schedule by policy has its role at the schedule too. Galleries whose images the machines use
 * need the same, but those machines are for the most part in no stack.
 */
export const paRoleLinked: Rule = {
  code: "AUM121",
  name: "pa-role-linked",
  area: "Roles, policies and locks",
  title:
    "The identity of a policy that assigns a schedule has its role at the schedule, where that lies outside its scope.",
  why: "The policy is refused to assign a schedule that its identity can't reach.",
  level: "mandatory",
  since: "2026-11",
  source: policyAssignmentStatements.virtualMachineContributor.source,
  settings: identitySettings,
  check: everyPolicyAssignment(["scheduleUpdates"], (assignment, stack, { grantedElsewhere }) => {
    if (grantedElsewhere) return notApplicable("the roles of identities are granted elsewhere");
    if (!assignment.changesMachines) return notApplicable("the policy changes no machines");
    const { identity } = assignment;
    if (identity === undefined) return notApplicable("its identity is not part of this stack");
    const settled = firstOf(
      () => (isGrantedAt(() => assignment.configurationPlace, identity, assignment, stack) ? met : undefined),
      () =>
        covers(assignment.place, assignment.configurationPlace)
          ? notApplicable("the schedule lies within the scope of the assignment")
          : undefined,
    );
    if (settled !== undefined) return settled;
    return broken({
      property: `parameters.${configurationParameter}.value`,
      found:
        "a schedule outside the scope of the assignment, at which its identity is granted no such role in this stack",
      mustBe: `one at which the identity is granted ${documentedRole(assignment)}`,
      component: componentOf(assignment),
      ...grantFix(assignment, "schedule.id"),
    });
  }),
  notRemediable: "It takes another resource, a role assignment, and a remediation changes the properties of one.",
};
