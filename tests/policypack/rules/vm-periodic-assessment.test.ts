import { vmPeriodicAssessment as rule } from "../../../policypack/rules/azure-vm-settings/vm-periodic-assessment";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  type Declared,
  linuxMachine,
  linuxProfile,
  policyAssignment,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { group, memberOfSet, policySet, setAssignment } from "../governance";
import { expectVerdicts } from "./expect";
import { itHasMachinesAssessed } from "./expect-assessed";
import { expectChanges } from "./expect-changes";

const property = "osProfile.linuxConfiguration.patchSettings.assessmentMode";
const machineWith = (assessmentMode: string) => linuxMachine({ osProfile: linuxProfile({ assessmentMode }) });
const withoutMode = linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) });
const periodicAssessment = "/providers/Microsoft.Authorization/policyDefinitions/59EFCEEA-0c96-497e-a4a1-4eb2290dac15";
const setLater = notKnown({ property, because: "is set by governance after deployment" });
/** The assignment of the policy for Linux. */
const assigned = (parameters: object = {}, change: object = {}) =>
  policyAssignment(periodicAssessment, {}, { parameters: { osType: { value: "Linux" }, ...parameters }, ...change });

function brokenBy(found: string, path = property) {
  return broken({
    property: path,
    found,
    mustBe: '"AutomaticByPlatform" for an assessment every 24 hours',
    fix: `${path}: "AutomaticByPlatform"`,
    componentFix: 'patchSettings: { assessmentMode: "AutomaticByPlatform" }, which is its default',
  });
}

describe("vm-periodic-assessment", () => {
  it("is met by assessmentMode AutomaticByPlatform, whatever the patch mode", () => {
    expectVerdicts(rule, [machineWith("AutomaticByPlatform")], { web: met });
  });

  it("is met in another letter case, which Azure ignores", () => {
    expectVerdicts(rule, [machineWith("automaticByPlatform")], { web: met });
  });

  it("is broken by ImageDefault", () => {
    expectVerdicts(rule, [machineWith("ImageDefault")], { web: brokenBy('"ImageDefault"') });
  });

  it("is broken where no assessment mode is given, although the patch mode is", () => {
    expectVerdicts(rule, [withoutMode], { web: brokenBy("not set") });
  });

  it("is broken by a Windows machine without patch settings", () => {
    expectVerdicts(rule, [windowsMachine({ osProfile: windowsProfile() })], {
      files: brokenBy("not set", "osProfile.windowsConfiguration.patchSettings.assessmentMode"),
    });
  });

  it("is not known while the assessment mode is not", () => {
    expectVerdicts(rule, [machineWith(unknown)], {
      web: notKnown({ property, because: "is known only after deployment" }),
    });
  });

  it("is not known where the built-in policy may set the mode", () => {
    expectVerdicts(rule, [withoutMode, assigned()], { web: setLater });
    const windows = windowsMachine({ osProfile: windowsProfile() });
    const path = "osProfile.windowsConfiguration.patchSettings.assessmentMode";
    expectVerdicts(rule, [windows, policyAssignment(periodicAssessment)], {
      files: notKnown({ property: path, because: "is set by governance after deployment" }),
    });
  });

  it("is broken where the policy is for the other system, sets another mode, or is not enforced", () => {
    const notSet = { web: brokenBy("not set") };
    expectVerdicts(rule, [withoutMode, policyAssignment(periodicAssessment)], notSet);
    expectVerdicts(rule, [withoutMode, assigned({ osType: { value: "Windows" } })], notSet);
    expectVerdicts(rule, [withoutMode, assigned({ assessmentMode: { value: "ImageDefault" } })], notSet);
    expectVerdicts(rule, [withoutMode, assigned({}, { enforcementMode: "DoNotEnforce" })], notSet);
  });

  it("is not known where a remediation task has the policy set the mode though it is not enforced", () => {
    const task: Declared = {
      name: "task",
      type: "azure-native:policyinsights:RemediationAtSubscription",
      inputs: { policyAssignmentId: unknown },
      from: { policyAssignmentId: ["governance"] },
    };
    const assignment = assigned({}, { enforcementMode: "DoNotEnforce" });
    expectVerdicts(rule, [withoutMode, assignment, task], { web: setLater });
  });

  it("is not known while what the policy does is not", () => {
    const because = "of governance is known only after deployment";
    for (const name of ["osType", "assessmentMode"]) {
      expectVerdicts(rule, [withoutMode, assigned({ [name]: { value: unknown } })], {
        web: notKnown({ property: `parameters.${name}.value`, because }),
      });
    }
    expectVerdicts(rule, [withoutMode, assigned({}, { enforcementMode: unknown })], {
      web: notKnown({ property: "enforcementMode", because }),
    });
  });

  it("is broken where the built-in policy leaves out the machine's resource group", () => {
    const notScopes = ["/subscriptions/0000/resourceGroups/fleet"];
    expectVerdicts(rule, [withoutMode, assigned({}, { notScopes })], { web: brokenBy("not set") });
  });

  it("is not known where the policy is one of a set that gives it its parameters", () => {
    const parameters = { osType: { value: "Linux" } };
    const member = memberOfSet("configurePeriodicAssessment", { parameters });
    const set = policySet([], { policyDefinitions: [member] });
    expectVerdicts(rule, [group, withoutMode, set, setAssignment()], {
      web: notKnown({
        property: "parameters.osType",
        because: "of governance is given to the policy by the set baseline",
      }),
    });
  });

  it("takes no notice of other policies, among them one that the stack defines", () => {
    const audit = periodicAssessment.replace("59EFCEEA", "ffffffff");
    expectVerdicts(rule, [withoutMode, policyAssignment(audit)], { web: brokenBy("not set") });
    const own: Declared = { name: "own", type: "azure-native:authorization:PolicyDefinition", inputs: { mode: "All" } };
    expectVerdicts(rule, [withoutMode, own, policyAssignment(unknown, { policyDefinitionId: ["own"] })], {
      web: brokenBy("not set"),
    });
  });

  it("does not apply to a value that Azure does not have, which vm-assessment-enum flags", () => {
    expectVerdicts(rule, [machineWith("Automatic")], {
      web: notApplicable('assessmentMode "Automatic" is no value that Azure takes'),
    });
  });
});

describe("vm-periodic-assessment as a remediation", () => {
  itHasMachinesAssessed(rule);

  it("leaves alone a mode that Azure does not have", () => {
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ assessmentMode: "Daily" }) }));
  });
});
