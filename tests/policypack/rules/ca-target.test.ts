import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { caTarget as rule } from "../../../policypack/rules/schedules/ca-target";
import { assignment, dynamicScope, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const property = "maintenanceConfigurationId";
const fix = `${property}: schedule.id, of a maintenance configuration with maintenanceScope: "InGuestPatch"`;
const elsewhere =
  "/subscriptions/0000/resourceGroups/central/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly";

/** A configuration that says nothing of guests. */
const foreign = (maintenanceScope: string) =>
  schedule({ maintenanceScope, extensionProperties: undefined, installPatches: undefined });

const wrongScope = (scope: string) =>
  broken({
    property,
    found: `that of "weekly", which has maintenanceScope "${scope}"`,
    mustBe: 'that of a configuration with maintenanceScope "InGuestPatch"',
    fix,
  });
const wrongId = (found: string) => broken({ property, found, mustBe: "the id of a maintenance configuration", fix });
const naming = (id?: string) => ({ ...assignment("web", "weekly", { [property]: id }), from: {} });
const toArcServer = { providerName: "Microsoft.HybridCompute", resourceType: "machines", resourceName: "till" };

describe("ca-target", () => {
  it("is met by a schedule of updates in the guest", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { "weekly-web": met });
    expectVerdicts(rule, [schedule({ maintenanceScope: "inguestpatch" }), dynamicScope()], { scope: met });
    expectVerdicts(rule, [schedule(), assignment("till", "weekly", toArcServer)], { "weekly-till": met });
  });

  it("is broken by a configuration that is for scale sets or databases", () => {
    for (const maintenanceScope of ["OSImage", "SQLDB", "SQLManagedInstance"]) {
      const configuration = foreign(maintenanceScope);
      expectVerdicts(rule, [configuration, assignment("web")], { "weekly-web": wrongScope(maintenanceScope) });
      expectVerdicts(rule, [configuration, dynamicScope()], { scope: wrongScope(maintenanceScope) });
    }
  });

  it("is broken by a configuration for hosts, but for an isolated VM", () => {
    const hosts = foreign("host");
    expectVerdicts(rule, [hosts, dynamicScope()], { scope: wrongScope("Host") });
    expectVerdicts(rule, [hosts, assignment("till", "weekly", toArcServer)], { "weekly-till": wrongScope("Host") });
    expectVerdicts(rule, [hosts, assignment("web")], {
      "weekly-web": notApplicable("the configuration is not a schedule of updates in the guest"),
    });
  });

  it("is broken by what is no id of a maintenance configuration", () => {
    expectVerdicts(rule, [naming("weekly")], { "weekly-web": wrongId('"weekly"') });
    expectVerdicts(rule, [naming()], { "weekly-web": wrongId("not set") });
    const machine = "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Compute/virtualMachines/web";
    expectVerdicts(rule, [naming(machine)], { "weekly-web": wrongId(`"${machine}"`) });
  });

  it("is not known while the configuration or its scope is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [naming(unknown)], { "weekly-web": notKnown({ property, because }) });
    expectVerdicts(rule, [schedule({ maintenanceScope: unknown }), assignment("web")], {
      "weekly-web": notKnown({ property: "maintenanceScope", because: `of weekly ${because}` }),
    });
  });

  it("does not apply to a configuration of another stack", () => {
    expectVerdicts(rule, [naming(elsewhere)], {
      "weekly-web": notApplicable("the configuration is not part of this stack, and its id does not tell its scope"),
    });
  });

  it("does not apply to a scope of which nothing is documented", () => {
    expectVerdicts(rule, [schedule({ maintenanceScope: "Extension" }), assignment("web")], {
      "weekly-web": notApplicable("the configuration is not a schedule of updates in the guest"),
    });
  });

  it("leaves a schedule of the wrong scope to mc-scope", () => {
    const verdict = notApplicable("the configuration is meant for guests, and its scope is for mc-scope to say");
    expectVerdicts(rule, [schedule({ maintenanceScope: "OSImage" }), assignment("web")], { "weekly-web": verdict });
    const mode = foreign("OSImage");
    const withMode = { ...mode, inputs: { ...mode.inputs, extensionProperties: { InGuestPatchMode: "User" } } };
    expectVerdicts(rule, [withMode, dynamicScope()], { scope: verdict });
  });

  it("does not apply to a scale set", () => {
    const toScaleSet = assignment("web", "weekly", { resourceType: "virtualMachineScaleSets" });
    expectVerdicts(rule, [schedule({ maintenanceScope: "OSImage" }), toScaleSet], {
      "weekly-web": notApplicable("it assigns the configuration to no machine that is patched"),
    });
  });
});
