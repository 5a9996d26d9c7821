import { rolesFor } from "../../../facts/roles";
import { customRoleNotRemediable, everyCustomRole } from "../custom-role";
import type { Rule } from "../rule";

/**
 * A custom role for assigning schedules can read them too. Advisory, since whoever has the role may have the rest of it
 * from another stack.
 */
export const raSchedule: Rule = {
  code: "AUM115",
  name: "ra-schedule",
  area: "Roles, policies and locks",
  title: "A custom role that assigns schedules can read maintenance configurations.",
  why: "Azure refuses to assign a maintenance configuration that its author can't read.",
  level: "advisory",
  since: "2026-11",
  source: rolesFor("create-dynamic-scope", "azure")?.source ?? [],
  check: everyCustomRole([{ task: "create-dynamic-scope", called: "assigning a schedule" }], "azure"),
  notRemediable: customRoleNotRemediable,
};
