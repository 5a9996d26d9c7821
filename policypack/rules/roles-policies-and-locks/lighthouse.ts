import { builtInRole, lighthouse as fact } from "../../../facts/roles";
import { findOf } from "../../stack/three-valued";
import { everyResource } from "../judge";
import { broken, met, type Rule, show } from "../rule";

const role = builtInRole("Scheduled Patching Contributor");

/**
 * Nothing of Update Manager is delegated to another tenant. Delegations of general roles are none of this rule: what they
 * are for, no stack tells.
 */
export const lighthouse: Rule = {
  code: "AUM132",
  name: "lighthouse",
  area: "Roles, policies and locks",
  title: "Schedules are not delegated to another tenant through Azure Lighthouse.",
  why: "Update Manager does not support delegated management: the other tenant can't use it.",
  level: "advisory",
  since: "2026-11",
  source: fact.source,
  check: everyResource(["managedservices:RegistrationDefinition"], ({ settings }) => {
    const properties = settings.object("properties");
    const authorizations = ["authorizations", "eligibleAuthorizations"].flatMap((name) => properties.objects(name));
    const delegated = findOf(authorizations, (each) => builtInRole(each.text("roleDefinitionId") ?? "") === role);
    if (delegated === undefined) return met;
    return broken({
      property: delegated.pathOf("roleDefinitionId"),
      found: show(role?.name),
      mustBe: "a role for what Azure Lighthouse can delegate",
      fix: "take the authorization out, and author schedules as a user of the tenant that has the machines",
    });
  }),
};
