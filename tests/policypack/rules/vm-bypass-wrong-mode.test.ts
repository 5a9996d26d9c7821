import { vmBypassWrongMode as rule } from "../../../policypack/rules/azure-vm-settings/vm-bypass-wrong-mode";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { expectVerdicts } from "./expect";

function brokenOn(block: string, found: string) {
  const property = `osProfile.${block}.patchSettings.patchMode`;
  return broken({
    property,
    found,
    mustBe: '"AutomaticByPlatform" for bypassPlatformSafetyChecksOnUserSchedule to have an effect',
    fix: `${property}: "AutomaticByPlatform"`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

const windowsIn = (patchMode: string) =>
  windowsMachine({ osProfile: windowsProfile({ ...scheduledPatchSettings, patchMode }) });

describe("vm-bypass-wrong-mode", () => {
  for (const patchMode of ["AutomaticByPlatform", "automaticbyplatform"]) {
    it(`is met by patchMode ${patchMode}`, () => {
      expectVerdicts(rule, [windowsIn(patchMode)], { files: met });
    });
  }

  for (const patchMode of ["AutomaticByOS", "Manual"]) {
    it(`is broken by patchMode ${patchMode}`, () => {
      expectVerdicts(rule, [windowsIn(patchMode)], { files: brokenOn("windowsConfiguration", `"${patchMode}"`) });
    });
  }

  it("is broken where no patch mode is given, since no system has AutomaticByPlatform as its default", () => {
    const { automaticByPlatformSettings } = scheduledPatchSettings;
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile({ automaticByPlatformSettings }) })], {
      web: brokenOn("linuxConfiguration", "not set"),
    });
  });

  it("is broken even while it is not known whether a schedule reaches the machine", () => {
    expectVerdicts(rule, [windowsIn("Manual"), schedule(), { ...assignment("files"), from: {} }], {
      files: brokenOn("windowsConfiguration", '"Manual"'),
    });
  });

  it("is not known while the patch mode is not", () => {
    expectVerdicts(rule, [windowsIn(unknown)], {
      files: notKnown({
        property: "osProfile.windowsConfiguration.patchSettings.patchMode",
        because: "is known only after deployment",
      }),
    });
  });

  it("does not apply to a machine that a schedule reaches, which vm-patchmode-schedule flags", () => {
    expectVerdicts(rule, [windowsIn("Manual"), schedule(), assignment("files")], {
      files: notApplicable("the machine has a schedule, so that vm-patchmode-schedule asks for its patch mode"),
    });
  });

  it("does not apply to a machine that does not wait for schedules, even while its patch mode is not known", () => {
    const verdict = notApplicable("the machine does not wait for schedules");
    for (const patchMode of ["Manual", unknown]) {
      expectVerdicts(rule, [windowsMachine({ osProfile: windowsProfile({ patchMode }) })], { files: verdict });
    }
  });
});
