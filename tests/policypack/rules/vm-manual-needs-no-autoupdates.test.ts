import { vmManualNeedsNoAutoupdates as rule } from "../../../policypack/rules/azure-vm-settings/vm-manual-needs-no-autoupdates";
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
    mustBe: 'false with patchMode "Manual"',
    fix: `${property}: false when the VM is created, or osProfile.windowsConfiguration.patchSettings.patchMode: "AutomaticByPlatform"`,
    componentFix: 'patchOrchestration: "Manual"',
  });
}

describe("vm-manual-needs-no-autoupdates", () => {
  it("is met by enableAutomaticUpdates false", () => {
    expectVerdicts(rule, [machineWith("Manual", false)], { files: met });
  });

  for (const patchMode of ["Manual", "manual"]) {
    it(`is broken by enableAutomaticUpdates true with ${patchMode}`, () => {
      expectVerdicts(rule, [machineWith(patchMode, true)], { files: brokenBy("true") });
    });
  }

  it("is broken where it is left out, since Azure's default is true", () => {
    expectVerdicts(rule, [machineWith("Manual")], { files: brokenBy("not set, which Azure takes as true") });
  });

  it("is not known while the setting or the patch mode is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [machineWith("Manual", unknown)], { files: notKnown({ property, because }) });
    expectVerdicts(rule, [machineWith(unknown, true)], {
      files: notKnown({ property: "osProfile.windowsConfiguration.patchSettings.patchMode", because }),
    });
  });

  it("does not apply to another patch mode, nor where none is given", () => {
    const verdict = notApplicable('patchMode is not "Manual"');
    expectVerdicts(rule, [machineWith("AutomaticByPlatform", true)], { files: verdict });
    expectVerdicts(rule, [machineWith(undefined, true)], { files: verdict });
  });

  it("does not apply to Linux, where vm-patchmode-enum-os flags the mode", () => {
    const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: "Manual" }) });
    expectVerdicts(rule, [machine], { web: notApplicable("the machine does not run Windows") });
  });
});

describe("vm-manual-needs-no-autoupdates as a remediation", () => {
  const path = "osProfile.windowsConfiguration.enableAutomaticUpdates";
  const withUpdates = (enableAutomaticUpdates: unknown, patchMode = "Manual") =>
    windowsMachine({ osProfile: windowsProfile({ patchMode }, { enableAutomaticUpdates }) });

  it("sets enableAutomaticUpdates as the patch mode asks for it", () => {
    expectChanges(rule, withUpdates(true), { path, value: false });
    expectChanges(rule, withUpdates(undefined), { path, value: false });
  });

  it("leaves alone what is right, other patch modes, Linux and other resources", () => {
    expectChanges(rule, withUpdates(false));
    expectChanges(rule, withUpdates(true, "AutomaticByPlatform"));
    expectChanges(rule, linuxMachine());
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, withUpdates(unknown), path);
    expectLeftUnknown(rule, withUpdates(true, unknown), "osProfile.windowsConfiguration.patchSettings.patchMode");
  });
});
