import { vmByplatformAutoupdates as rule } from "../../../policypack/rules/azure-vm-settings/vm-byplatform-autoupdates";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const property = "osProfile.windowsConfiguration.enableAutomaticUpdates";

const machineWith = (patchMode?: string, enableAutomaticUpdates?: boolean | string) =>
  windowsMachine({ osProfile: windowsProfile({ patchMode }, { enableAutomaticUpdates }) });

function brokenBy(found: string) {
  return broken({
    property,
    found,
    mustBe: 'true with patchMode "AutomaticByPlatform"',
    fix: `${property}: true when the VM is created, or leave a VM that exists as it is`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

describe("vm-byplatform-autoupdates", () => {
  it("is met by enableAutomaticUpdates true", () => {
    expectVerdicts(rule, [machineWith("AutomaticByPlatform", true)], { files: met });
  });

  it("is met where it is left out, since Azure's default is true", () => {
    expectVerdicts(rule, [machineWith("AutomaticByPlatform")], { files: met });
  });

  for (const patchMode of ["AutomaticByPlatform", "automaticByPlatform"]) {
    it(`is broken by enableAutomaticUpdates false with ${patchMode}`, () => {
      expectVerdicts(rule, [machineWith(patchMode, false)], { files: brokenBy("false") });
    });
  }

  it("is not known while the setting is not", () => {
    expectVerdicts(rule, [machineWith("AutomaticByPlatform", unknown)], {
      files: notKnown({ property, because: "is known only after deployment" }),
    });
  });

  it("does not apply to another patch mode, even while the setting is not known", () => {
    const verdict = notApplicable('patchMode is not "AutomaticByPlatform"');
    expectVerdicts(rule, [machineWith("Manual", false)], { files: verdict });
    expectVerdicts(rule, [machineWith("Manual", unknown)], { files: verdict });
    expectVerdicts(rule, [machineWith(undefined, false)], { files: verdict });
  });

  it("does not apply to Linux, which has no such setting", () => {
    const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) });
    expectVerdicts(rule, [machine], { web: notApplicable("the machine does not run Windows") });
  });
});
