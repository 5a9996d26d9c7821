import { wlVmss as rule } from "../../../policypack/rules/images-and-workloads/wl-vmss";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, type Declared, linuxMachine, schedule, unknown, urnOf } from "../fixture";
import { expectVerdicts } from "./expect";

const instance = linuxMachine({ virtualMachineScaleSet: { id: unknown } });

function uniform(change: object = {}): Declared {
  return {
    name: "weekly-web",
    type: "azure-native:maintenance:ConfigurationAssignment",
    inputs: {
      providerName: "Microsoft.Compute",
      resourceType: "virtualMachineScaleSets",
      resourceName: "web",
      resourceGroupName: "fleet",
      maintenanceConfigurationId: unknown,
      ...change,
    },
    from: { maintenanceConfigurationId: ["weekly"] },
  };
}

function dynamicScope(filter: object): Declared {
  return {
    name: "scope",
    type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    inputs: { maintenanceConfigurationId: unknown, filter },
    from: { maintenanceConfigurationId: ["weekly"] },
  };
}

const uniformFinding = broken({
  property: "resourceType",
  found: '"virtualMachineScaleSets"',
  mustBe: '"virtualMachines", of machines outside scale sets',
  fix: "remove the assignment and set upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade: true on the scale set",
});

describe("wl-vmss", () => {
  it("is met by the schedule of a machine outside scale sets", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { "weekly-web": met });
  });

  it("is broken by the schedule of a scale set", () => {
    expectVerdicts(rule, [schedule(), uniform()], { "weekly-web": uniformFinding });
    expectVerdicts(rule, [schedule(), uniform({ providerName: "microsoft.compute" })], {
      "weekly-web": uniformFinding,
    });
  });

  it("is broken by the schedule of an instance of a Uniform scale set", () => {
    const ofInstance = {
      ...uniform({
        resourceParentType: "virtualMachineScaleSets",
        resourceParentName: "web",
        resourceType: "virtualMachines",
        resourceName: "0",
      }),
      type: "azure-native:maintenance:ConfigurationAssignmentParent",
    };
    expectVerdicts(rule, [schedule(), ofInstance], {
      "weekly-web": broken({
        property: "resourceParentType",
        found: '"virtualMachineScaleSets"',
        mustBe: "that of a machine outside scale sets",
        fix: "remove the assignment and set upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade: true on the scale set",
      }),
    });
  });

  it("is broken by the schedule of an instance of a Flexible scale set", () => {
    expectVerdicts(rule, [instance, schedule(), assignment("web")], {
      "weekly-web": broken({
        property: "resourceName",
        found: '"web", an instance of a scale set',
        mustBe: "a machine outside scale sets",
        fix: "remove the assignment; automatic guest patching patches a Flexible scale set that has the Application Health extension",
      }),
    });
  });

  it("is broken by a dynamic scope that selects such an instance", () => {
    expectVerdicts(rule, [instance, schedule(), dynamicScope({ osTypes: ["Linux"] })], {
      scope: broken({
        property: "filter",
        found: 'one that selects "web", an instance of a scale set',
        mustBe: "one that selects machines outside scale sets only",
        fix: "filter by tags that no instance of a scale set has",
        concerns: [urnOf("azure-native:compute:VirtualMachine", "web")],
      }),
    });
    expectVerdicts(rule, [instance, schedule(), dynamicScope({ osTypes: ["Windows"] })], { scope: met });
  });

  it("does not apply to configurations of other scopes, which scale sets have", () => {
    expectVerdicts(rule, [schedule({ maintenanceScope: "OSImage" }), uniform()], {
      "weekly-web": notApplicable("the configuration is not a schedule of updates in the guest"),
    });
  });

  it("is not known where the configuration is not part of the stack", () => {
    expectVerdicts(rule, [uniform()], {
      "weekly-web": notKnown({
        property: "maintenanceConfigurationId",
        because: "is known only after deployment",
      }),
    });
    const maintenanceConfigurationId =
      "/subscriptions/0/resourceGroups/x/providers/Microsoft.Maintenance/maintenanceConfigurations/y";
    expectVerdicts(rule, [{ ...uniform({ maintenanceConfigurationId }), from: {} }], {
      "weekly-web": notKnown({
        property: "maintenanceConfigurationId",
        because: "names a configuration outside this stack, whose scope decides",
      }),
    });
  });
});
