import { rolesFor } from "../../../facts/roles";
import { customRoleNotRemediable, everyCustomRole, onDemandPurposes } from "../custom-role";
import type { Rule } from "../rule";

/**
 * A custom role for assessing or patching Arc-enabled servers at once can also see what comes of it. Advisory, since
 * whoever has the role may have the rest of it from another stack.
 */
export const raOperatorArc: Rule = {
  code: "AUM114",
  name: "ra-operator-arc",
  area: "Roles, policies and locks",
  title: "A custom role for on-demand operations on Arc-enabled servers has all their actions.",
  why: "Whoever has it starts an assessment or an installation and is refused its progress or its results.",
  level: "advisory",
  since: "2026-11",
  source: rolesFor("on-demand-install", "arc")?.source ?? [],
  check: everyCustomRole(onDemandPurposes, "arc"),
  notRemediable: customRoleNotRemediable,
};
