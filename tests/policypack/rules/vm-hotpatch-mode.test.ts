import { vmHotpatchMode as rule } from "../../../policypack/rules/azure-vm-settings/vm-hotpatch-mode";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const patchSettings = "osProfile.windowsConfiguration.patchSettings";
const machineWith = (settings: object) => windowsMachine({ osProfile: windowsProfile(settings) });

function brokenBy(found: string) {
  return broken({
    property: `${patchSettings}.patchMode`,
    found,
    mustBe: '"AutomaticByPlatform" for hotpatching',
    fix: `${patchSettings}.patchMode: "AutomaticByPlatform", or ${patchSettings}.enableHotpatching: false`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

describe("vm-hotpatch-mode", () => {
  for (const patchMode of ["AutomaticByPlatform", "automaticByPlatform"]) {
    it(`is met by patchMode ${patchMode}`, () => {
      expectVerdicts(rule, [machineWith({ patchMode, enableHotpatching: true })], { files: met });
    });
  }

  for (const patchMode of ["AutomaticByOS", "Manual"]) {
    it(`is broken by patchMode ${patchMode}`, () => {
      expectVerdicts(rule, [machineWith({ patchMode, enableHotpatching: true })], {
        files: brokenBy(`"${patchMode}"`),
      });
    });
  }

  it("is broken where no patch mode is given, since Azure's default is AutomaticByOS", () => {
    expectVerdicts(rule, [machineWith({ enableHotpatching: true })], { files: brokenBy("not set") });
  });

  it("is not known while the patch mode or the wish for hotpatching is not", () => {
    expectVerdicts(rule, [machineWith({ patchMode: unknown, enableHotpatching: true })], {
      files: notKnown({ property: `${patchSettings}.patchMode`, because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [machineWith({ enableHotpatching: unknown })], {
      files: notKnown({ property: `${patchSettings}.enableHotpatching`, because: "is known only after deployment" }),
    });
  });

  it("is met by the right patch mode, whether or not hotpatching is asked for", () => {
    const machine = machineWith({ patchMode: "AutomaticByPlatform", enableHotpatching: unknown });
    expectVerdicts(rule, [machine], { files: met });
  });

  it("does not apply to a machine that does not ask for hotpatching", () => {
    const verdict = notApplicable("the machine does not ask for hotpatching");
    expectVerdicts(rule, [machineWith({ patchMode: "Manual" })], { files: verdict });
    expectVerdicts(rule, [machineWith({ patchMode: "Manual", enableHotpatching: false })], { files: verdict });
  });

  it("does not apply to Linux, which vm-hotpatch-os flags", () => {
    const declared = [linuxMachine({ osProfile: windowsProfile({ enableHotpatching: true }) })];
    expectVerdicts(rule, declared, { web: notApplicable("the machine does not run Windows") });
  });
});
