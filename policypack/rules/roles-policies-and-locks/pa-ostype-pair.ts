import { policyAssignmentStatements } from "../../../facts/policies";
import { sameName } from "../../stack/arm-id";
import { someOf } from "../../stack/three-valued";
import { broken, met, type Rule, show } from "../rule";
import { everyPolicyAssignment } from "../update-manager-policy";

const parameter = "osType";

/**
 * Periodic assessment is assigned for both systems, or for one in so many words. Advisory: where no Linux machine ever
 * comes, nothing is missing.
 */
export const paOstypePair: Rule = {
  code: "AUM122",
  name: "pa-ostype-pair",
  area: "Roles, policies and locks",
  title: "Periodic assessment is assigned for Windows and for Linux, or for the one of them that is named.",
  why: "The policy is for Windows by default, and Linux machines are not assessed.",
  level: "advisory",
  since: "2026-11",
  source: policyAssignmentStatements.onePerOperatingSystem.source,
  check: everyPolicyAssignment(
    ["configurePeriodicAssessment", "configureArcPeriodicAssessment"],
    (assignment, { policies }) => {
      if (assignment.parameter(parameter).has("value")) return met;
      const hasPair = someOf(
        policies.all,
        (other) =>
          other.policy?.key === assignment.policy?.key &&
          other.mayHoldAt(() => assignment.place) &&
          sameName(other.parameter(parameter).text("value") ?? "Windows", "Linux"),
      );
      if (hasPair) return met;
      return broken({
        property: `parameters.${parameter}.value`,
        found: `${show(undefined)}, which means "Windows", and no other assignment is for Linux`,
        mustBe: "given in one assignment for each system",
        fix: `parameters: { ${parameter}: { value: "Windows" } } here, and a second assignment with "Linux"`,
        component: "PeriodicAssessment",
        componentFix: "its default, which assigns both",
      });
    },
  ),
  notRemediable:
    "It takes another resource, the assignment for Linux: writing out the default here would silence the rule, and assess no machine.",
};
