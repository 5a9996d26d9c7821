import { vmHotpatchMode as rule } from "../../../policypack/rules/azure-vm-settings/vm-hotpatch-mode";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, schedule, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

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

describe("vm-hotpatch-mode as a remediation", () => {
  const bypass = `${patchSettings}.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`;
  const mode = { path: `${patchSettings}.patchMode`, value: "AutomaticByPlatform" };

  it("sets the patch mode, and has the machine wait for schedules", () => {
    for (const patchMode of ["Manual", "AutomaticByOS", undefined]) {
      const machine = machineWith({ patchMode, enableHotpatching: true });
      expectChanges(rule, machine, mode, { path: bypass, value: true });
    }
  });

  it("sets the patch mode alone where the machine says whether it waits", () => {
    for (const value of [true, false]) {
      const automaticByPlatformSettings = { bypassPlatformSafetyChecksOnUserSchedule: value };
      expectChanges(rule, machineWith({ enableHotpatching: true, automaticByPlatformSettings }), mode);
    }
  });

  it("leaves alone what is right, what asks for no hotpatching, Linux and other resources", () => {
    expectChanges(rule, machineWith({ patchMode: "AutomaticByPlatform", enableHotpatching: true }));
    expectChanges(rule, machineWith({ patchMode: "Manual" }));
    expectChanges(rule, linuxMachine({ osProfile: windowsProfile({ enableHotpatching: true }) }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what has no agent, which hotpatching needs too", () => {
    const osProfile = windowsProfile({ enableHotpatching: true }, { provisionVMAgent: false });
    expectChanges(rule, windowsMachine({ osProfile }));
  });

  it("leaves alone what is not known", () => {
    const machine = machineWith({ patchMode: unknown, enableHotpatching: true });
    expectLeftUnknown(rule, machine, `${patchSettings}.patchMode`);
  });
});
