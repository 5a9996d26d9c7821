import { vmByosNeedsAutoupdates as rule } from "../../../policypack/rules/azure-vm-settings/vm-byos-needs-autoupdates";
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
    mustBe: 'true with patchMode "AutomaticByOS"',
    fix: `${property}: true when the VM is created, or osProfile.windowsConfiguration.patchSettings.patchMode: "Manual"`,
    componentFix: 'patchOrchestration: "AutomaticByOS"',
  });
}

describe("vm-byos-needs-autoupdates", () => {
  it("is met by enableAutomaticUpdates true", () => {
    expectVerdicts(rule, [machineWith("AutomaticByOS", true)], { files: met });
  });

  it("is met where it is left out, since Azure's default is true", () => {
    expectVerdicts(rule, [machineWith("AutomaticByOS")], { files: met });
  });

  for (const patchMode of ["AutomaticByOS", "automaticByOS"]) {
    it(`is broken by enableAutomaticUpdates false with ${patchMode}`, () => {
      expectVerdicts(rule, [machineWith(patchMode, false)], { files: brokenBy("false") });
    });
  }

  it("is not known while the setting is not", () => {
    expectVerdicts(rule, [machineWith("AutomaticByOS", unknown)], {
      files: notKnown({ property, because: "is known only after deployment" }),
    });
  });

  it("is met by the setting even while the patch mode is not known", () => {
    expectVerdicts(rule, [machineWith(unknown, true)], { files: met });
  });

  it("does not apply to another patch mode, nor where Azure chooses it by the setting", () => {
    const verdict = notApplicable('patchMode is not "AutomaticByOS"');
    expectVerdicts(rule, [machineWith("Manual", false)], { files: verdict });
    expectVerdicts(rule, [machineWith(undefined, false)], { files: verdict });
  });

  it("does not apply to Linux", () => {
    const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByOS" }) });
    expectVerdicts(rule, [machine], { web: notApplicable("the machine does not run Windows") });
  });
});
