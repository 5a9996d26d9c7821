import { vmByosNeedsAutoupdates as rule } from "../../../policypack/rules/azure-vm-settings/vm-byos-needs-autoupdates";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, schedule, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

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

describe("vm-byos-needs-autoupdates as a remediation", () => {
  const path = "osProfile.windowsConfiguration.enableAutomaticUpdates";
  const withUpdates = (enableAutomaticUpdates: unknown, patchMode = "AutomaticByOS") =>
    windowsMachine({ osProfile: windowsProfile({ patchMode }, { enableAutomaticUpdates }) });

  it("sets enableAutomaticUpdates as the patch mode asks for it", () => {
    expectChanges(rule, withUpdates(false), { path, value: true });
  });

  it("leaves alone what is right, other patch modes, Linux and other resources", () => {
    expectChanges(rule, withUpdates(true));
    expectChanges(rule, withUpdates(undefined));
    expectChanges(rule, withUpdates(false, "AutomaticByPlatform"));
    expectChanges(rule, linuxMachine());
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, withUpdates(unknown), path);
    expectLeftUnknown(rule, withUpdates(false, unknown), "osProfile.windowsConfiguration.patchSettings.patchMode");
  });
});
