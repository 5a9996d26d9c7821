import { updateManager } from "../../../facts/documents";
import { source } from "../../../facts/source";
import type { PolicyAssignment } from "../../stack/policy-assignment";
import { mend, remediatePolicyAssignment } from "../remediate";
import { type Answer, broken, met, type Rule, show } from "../rule";
import { componentOf, everyPolicyAssignment } from "../update-manager-policy";

/** A policy of Update Manager takes effect. */
export const paEnforcement: Rule = {
  code: "AUM128",
  name: "pa-enforcement",
  area: "Roles, policies and locks",
  title: "The assignment of an Update Manager policy is enforced.",
  why: "The policy reports machines and changes or refuses none of them.",
  level: "advisory",
  since: "2026-11",
  source: source(updateManager("scheduled-patching")),
  check: everyPolicyAssignment("all", answerOf),
  remediate: remediatePolicyAssignment("all", (assignment) => mend(answerOf(assignment), "Default")),
};

function answerOf(assignment: PolicyAssignment): Answer {
  if (assignment.isEnforced) return met;
  return broken({
    property: "enforcementMode",
    found: show(assignment.settings.text("enforcementMode")),
    mustBe: '"Default" for the policy to take effect',
    fix: 'enforcementMode: "Default"',
    component: componentOf(assignment),
    componentFix: 'enforcementMode: "Default", which is its default',
  });
}
