import { rolesFor } from "../../../facts/roles";
import { customRoleNotRemediable, everyCustomRole, onDemandPurposes } from "../custom-role";
import type { Rule } from "../rule";

/** A custom role for assessing or patching Azure VMs at once can also see what comes of it. */
export const raOperatorVm: Rule = {
  code: "AUM113",
  name: "ra-operator-vm",
  area: "Roles, policies and locks",
  title: "A custom role for on-demand operations on Azure VMs has all their actions.",
  why: "Whoever has it starts an assessment or an installation and is refused its progress or its results.",
  level: "advisory",
  since: "2026-11",
  source: rolesFor("on-demand-install", "azure")?.source ?? [],
  check: everyCustomRole(onDemandPurposes, "azure"),
  notRemediable: customRoleNotRemediable,
};
