import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { dsLocations as rule } from "../../../policypack/rules/schedules/ds-locations";
import { type Declared, dynamicScope, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function ofGroup(filter?: unknown): Declared {
  const type = "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup";
  const inputs = { resourceGroupName: "fleet", maintenanceConfigurationId: unknown, ...(filter ? { filter } : {}) };
  return { ...dynamicScope(), type, inputs };
}

const without = (found: string) =>
  broken({
    property: "filter.locations",
    found,
    mustBe: "the regions of the machines, since the scope is that of a resource group",
    fix: "filter.locations: [resourceGroup.location]",
    component: "MaintenanceSchedule",
    componentFix: "dynamicScopes: { ...: { locations: [resourceGroup.location] } }",
  });

describe("ds-locations", () => {
  it("is met by locations, known or not", () => {
    expectVerdicts(rule, [schedule(), ofGroup({ locations: ["westeurope"] })], { scope: met });
    expectVerdicts(rule, [ofGroup({ locations: [unknown] })], { scope: met });
  });

  it("is broken without locations, or without any filter", () => {
    expectVerdicts(rule, [ofGroup({ osTypes: ["Linux"] })], { scope: without("not set") });
    expectVerdicts(rule, [ofGroup()], { scope: without("not set") });
    expectVerdicts(rule, [ofGroup({ locations: [] })], { scope: without("empty") });
  });

  it("is not known while the list is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [ofGroup({ locations: unknown })], {
      scope: notKnown({ property: "filter.locations", because }),
    });
    expectVerdicts(rule, [ofGroup(unknown)], { scope: notKnown({ property: "filter", because }) });
  });

  it("does not apply to the scope of a subscription", () => {
    expectVerdicts(rule, [dynamicScope({ resourceGroups: ["fleet"] })], {
      scope: notApplicable("the scope is that of a subscription, which needs no locations"),
    });
  });
});
