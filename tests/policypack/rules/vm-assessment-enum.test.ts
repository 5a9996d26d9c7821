import { vmAssessmentEnum as rule } from "../../../policypack/rules/azure-vm-settings/vm-assessment-enum";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const machineWith = (assessmentMode: string) => linuxMachine({ osProfile: linuxProfile({ assessmentMode }) });

describe("vm-assessment-enum", () => {
  for (const mode of ["ImageDefault", "AutomaticByPlatform", "automaticbyplatform"]) {
    it(`is met by ${mode}`, () => {
      expectVerdicts(rule, [machineWith(mode)], { web: met });
    });
  }

  it("is met where no assessment mode is given", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile() })], { web: met });
  });

  for (const mode of ["Automatic", "AutomaticByOS", "Manual", ""]) {
    it(`is broken by "${mode}"`, () => {
      expectVerdicts(rule, [windowsMachine({ osProfile: windowsProfile({ assessmentMode: mode }) })], {
        files: broken({
          property: "osProfile.windowsConfiguration.patchSettings.assessmentMode",
          found: `"${mode}"`,
          mustBe: '"ImageDefault" or "AutomaticByPlatform"',
          fix: 'osProfile.windowsConfiguration.patchSettings.assessmentMode: "AutomaticByPlatform"',
          componentFix: 'patchSettings: { assessmentMode: "AutomaticByPlatform" }, which is its default',
        }),
      });
    });
  }

  it("is not known while the assessment mode is not", () => {
    expectVerdicts(rule, [machineWith(unknown)], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.assessmentMode",
        because: "is known only after deployment",
      }),
    });
  });
});
