import { Operation } from "../../../facts/operations";
import { dynamicScopeFilter } from "../../../facts/schedules";
import { everyDynamicScope } from "../maintenance-assignment";
import { broken, met, notApplicable, type Rule } from "../rule";

/** The dynamic scope of a resource group says in which regions its machines are. */
export const dsLocations: Rule = {
  code: "AUM103",
  name: "ds-locations",
  area: "Schedules",
  title: "The dynamic scope of a resource group lists locations.",
  why: "Azure refuses the scope, since it finds no location to validate.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: dynamicScopeFilter.source,
  check: everyDynamicScope(({ resource, filter }) => {
    if (resource.type !== "maintenance:ConfigurationAssignmentsForResourceGroup") {
      return notApplicable("the scope is that of a subscription, which needs no locations");
    }
    if (filter.textsApart("locations").length > 0) return met;
    const property = filter.pathOf("locations");
    return broken({
      property,
      found: filter.has("locations") ? "empty" : "not set",
      mustBe: "the regions of the machines, since the scope is that of a resource group",
      fix: `${property}: [resourceGroup.location]`,
      component: "MaintenanceSchedule",
      componentFix: "dynamicScopes: { ...: { locations: [resourceGroup.location] } }",
    });
  }),
  notRemediable:
    "Nothing in the scope tells where its machines are: the regions are theirs, and the engine shows a remediation no other resource.",
};
