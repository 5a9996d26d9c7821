import { builtInRole, roleDefinitionId, rolesFor } from "../../../facts/roles";
import { someOf } from "../../stack/three-valued";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const name = "Scheduled Patching Contributor";
const reader = builtInRole("Reader");
const readActions = (["azure", "arc"] as const).flatMap((kind) => rolesFor("read-machine", kind)?.actions ?? []);

/**
 * Whoever assigns schedules sees the machines too. Role assignments whose role is known only after deployment are no
 * subjects: most roles are none that this is about.
 */
export const raReaderPair: Rule = {
  code: "AUM116",
  name: "ra-reader-pair",
  area: "Roles, policies and locks",
  title: `A principal with ${name} can read machines.`,
  why: "The role assigns schedules to machines that its holder can't see.",
  level: "advisory",
  since: "2026-11",
  source: rolesFor("schedule-across-subscriptions", "azure")?.source ?? [],
  check: ({ roleAssignments }) =>
    roleAssignments
      .filter(({ knownRole }) => knownRole?.guid === builtInRole(name)?.guid && knownRole?.guid !== undefined)
      .map((assignment) =>
        judge(assignment.resource, () => {
          const { place } = assignment;
          if (place.kind === "resource" && place.armType === "microsoft.maintenance/maintenanceconfigurations") {
            return notApplicable("it is assigned on a schedule alone, and there are no machines below that");
          }
          const reads = someOf(
            roleAssignments,
            (other) =>
              other !== assignment &&
              other.isToPrincipalOf(assignment) &&
              other.mayGive((role) => readActions.some((action) => role.grants(action))),
          );
          if (reads) return met;
          return broken({
            property: "roleDefinitionId",
            found: `that of ${show(name)}, and no other role of the principal in this stack reads machines`,
            mustBe: 'paired with "Reader" at the scope',
            fix: `new authorization.RoleAssignment("...", { scope, principalId, principalType, roleDefinitionId: "${reader && roleDefinitionId(reader.guid)}" })`,
            component: "UpdateManagerAccess",
            componentFix: 'operations: ["AuthorSchedules"]',
          });
        }),
      ),
  notRemediable:
    "It takes another resource, a second role assignment, and a remediation changes the properties of one.",
};
