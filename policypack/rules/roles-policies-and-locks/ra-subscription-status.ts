import type { MachineKind } from "../../../facts/machine-kind";
import { rolesFor } from "../../../facts/roles";
import { someOf } from "../../stack/three-valued";
import { onDemandPurposes, purposesOf } from "../custom-role";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const machineKinds: readonly MachineKind[] = ["azure", "arc"];

/**
 * Whoever starts an operation can follow it, which takes an action of the subscription. Only custom roles that name an
 * on-demand action are subjects: built-in ones are assigned for many other reasons.
 */
export const raSubscriptionStatus: Rule = {
  code: "AUM117",
  name: "ra-subscription-status",
  area: "Roles, policies and locks",
  title: "A principal that starts on-demand operations can read their status, which the subscription keeps.",
  why: "Azure starts the operation and refuses its status to whoever started it.",
  level: "advisory",
  since: "2026-11",
  source: rolesFor("read-operation-status", "azure")?.source ?? [],
  check: ({ roleAssignments }) =>
    roleAssignments.flatMap((assignment) => {
      const { knownRole } = assignment;
      if (knownRole === undefined || knownRole.guid !== undefined) return [];
      return judge(assignment.resource, () => {
        const kinds = machineKinds.filter((kind) => purposesOf(knownRole, onDemandPurposes, kind).length > 0);
        if (kinds.length === 0) return notApplicable("its role names no on-demand action of Update Manager");
        const { kind } = assignment.place;
        if (kind === "subscription" || kind === "management group") return met;
        const actions = kinds.flatMap((each) => rolesFor("read-operation-status", each)?.actions ?? []);
        const missing = actions.find(
          (action) =>
            !someOf(
              roleAssignments,
              (other) =>
                other.isToPrincipalOf(assignment) &&
                ["subscription", "management group"].includes(other.place.kind) &&
                other.mayGive((role) => role.grants(action)),
            ),
        );
        if (missing === undefined) return met;
        return broken({
          property: "scope",
          found: `a ${kind}, and nothing in this stack grants the principal ${show(missing)} at its subscription`,
          mustBe: "joined by a role at the subscription that reads the status of operations",
          fix: `new authorization.RoleAssignment("...", { scope: "/subscriptions/...", principalId, principalType, roleDefinitionId: "..." }) of a role with ${show(missing)}`,
          component: "UpdateManagerAccess",
          componentFix:
            'operations: ["ReadOperationStatus"], scopes: { subscription: { subscriptionId } }, customRole: {}',
        });
      });
    }),
  notRemediable:
    "It takes another resource, a role assignment at the subscription, and a remediation changes the properties of one.",
};
