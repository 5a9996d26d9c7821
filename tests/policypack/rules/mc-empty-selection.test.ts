import { broken, met } from "../../../policypack/rules/rule";
import { mcEmptySelection as rule } from "../../../policypack/rules/schedules/mc-empty-selection";
import { windowsArcServer } from "../arc";
import { assignment, type Declared, linuxMachine, schedule, unknown, windowsMachine } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

const security = { classificationsToInclude: ["Security"] };
const linuxOnly = { installPatches: { linuxParameters: security } };

const nothingFor = (found: string, by: string) =>
  broken({
    property: "installPatches.windowsParameters.classificationsToInclude",
    found: `${found}, and neither is there any kbNumbersToInclude`,
    mustBe: `given for Windows, which the schedule reaches by ${by}`,
    fix: 'installPatches.windowsParameters.classificationsToInclude: ["Critical", "Security"]',
    component: "MaintenanceSchedule",
    componentFix: 'windowsUpdates: { classificationsToInclude: ["Critical", "Security"] }',
  });

function dynamicScope(filter: object): Declared {
  return {
    name: "scope",
    type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    inputs: { configurationAssignmentName: "scope", maintenanceConfigurationId: unknown, filter },
    from: { maintenanceConfigurationId: ["weekly"] },
  };
}

describe("mc-empty-selection", () => {
  it("is met by classifications or updates by name for each system that is reached", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(linuxOnly), assignment("web")], { weekly: met });
    const byName = { installPatches: { windowsParameters: { kbNumbersToInclude: ["5034441"] } } };
    expectVerdicts(rule, [windowsMachine(), schedule(byName), assignment("files")], { weekly: met });
  });

  it("is met where a system without updates is not reached", () => {
    expectVerdicts(rule, [linuxMachine(), windowsMachine(), schedule(linuxOnly), assignment("web")], { weekly: met });
    expectVerdicts(rule, [windowsMachine(), schedule(linuxOnly)], { weekly: met });
    expectVerdicts(rule, [schedule(linuxOnly), dynamicScope({ osTypes: ["Linux"] })], { weekly: met });
    expectVerdicts(rule, [schedule(linuxOnly), dynamicScope({ locations: ["westeurope"] })], { weekly: met });
  });

  it("is broken by a machine whose system has no updates", () => {
    const stack = [windowsMachine(), assignment("files")];
    expectVerdicts(rule, [...stack, schedule(linuxOnly)], { weekly: nothingFor("not set", "files") });
    expectVerdicts(rule, [...stack, schedule({ installPatches: undefined })], {
      weekly: nothingFor("not set", "files"),
    });
    const empty = {
      installPatches: { windowsParameters: { classificationsToInclude: [], kbNumbersToExclude: ["1"] } },
    };
    expectVerdicts(rule, [...stack, schedule(empty)], { weekly: nothingFor("empty", "files") });
  });

  it("is broken by an Arc-enabled server whose system has no updates, named or selected", () => {
    const toServer = { providerName: "Microsoft.HybridCompute", resourceType: "machines" };
    const declared = [windowsArcServer(), schedule(linuxOnly)];
    expectVerdicts(rule, [...declared, assignment("till", "weekly", toServer)], {
      weekly: nothingFor("not set", "till"),
    });
    const servers = dynamicScope({ resourceTypes: ["Microsoft.HybridCompute/machines"] });
    expectVerdicts(rule, [...declared, servers], { weekly: nothingFor("not set", "till") });
    const virtualMachines = dynamicScope({ resourceTypes: ["Microsoft.Compute/virtualMachines"] });
    expectVerdicts(rule, [...declared, virtualMachines], { weekly: met });
  });

  it("is broken by a dynamic scope that selects such a machine, or asks for its system", () => {
    const unnamed = dynamicScope({ locations: ["westeurope"] });
    expectVerdicts(rule, [windowsMachine(), schedule(linuxOnly), unnamed], { weekly: nothingFor("not set", "files") });
    const named = dynamicScope({ osTypes: ["windows"] });
    expectVerdicts(rule, [schedule(linuxOnly), named], { weekly: nothingFor("not set", "scope") });
  });

  it("is not known while the updates of a system that is reached are not", () => {
    const later = { installPatches: { windowsParameters: unknown, linuxParameters: security } };
    expectVerdicts(rule, [windowsMachine(), schedule(later), assignment("files")], {
      weekly: knownLater("installPatches.windowsParameters"),
    });
    expectVerdicts(rule, [linuxMachine(), schedule(later), assignment("web")], { weekly: met });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { installPatches: undefined });
  });
});
