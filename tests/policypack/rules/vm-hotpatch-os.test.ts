import { vmHotpatchOs as rule } from "../../../policypack/rules/azure-vm-settings/vm-hotpatch-os";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, schedule, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const brokenBy = (property: string) =>
  broken({
    property,
    found: "true",
    mustBe: "left out on a Linux VM",
    fix: `leave out ${property}`,
    componentFix: "leave out patchSettings.enableHotpatching",
  });

describe("vm-hotpatch-os", () => {
  it("is met by a Linux machine that does not ask for hotpatching", () => {
    expectVerdicts(rule, [linuxMachine()], { web: met });
    expectVerdicts(rule, [linuxMachine({ osProfile: windowsProfile({ enableHotpatching: false }) })], { web: met });
  });

  it("is broken by hotpatching in the Windows configuration of a Linux machine", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: windowsProfile({ enableHotpatching: true }) })], {
      web: brokenBy("osProfile.windowsConfiguration.patchSettings.enableHotpatching"),
    });
  });

  it("is broken by hotpatching in the Linux configuration, which has no such property", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile({ enableHotpatching: true }) })], {
      web: brokenBy("osProfile.linuxConfiguration.patchSettings.enableHotpatching"),
    });
  });

  it("is not known while the wish for hotpatching is not", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile({ enableHotpatching: unknown }) })], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.enableHotpatching",
        because: "is known only after deployment",
      }),
    });
  });

  it("does not apply to a Windows machine that asks for hotpatching", () => {
    expectVerdicts(rule, [windowsMachine({ osProfile: windowsProfile({ enableHotpatching: true }) })], {
      files: notApplicable("the machine does not run Linux"),
    });
  });
});

describe("vm-hotpatch-os as a remediation", () => {
  const path = "osProfile.linuxConfiguration.patchSettings.enableHotpatching";

  it("takes the wish for hotpatching out of a Linux machine, wherever it is", () => {
    const { linuxConfiguration } = linuxProfile({ enableHotpatching: true }) as { linuxConfiguration: object };
    const osProfile = { ...windowsProfile({ enableHotpatching: true }), linuxConfiguration };
    const other = path.replace("linux", "windows");
    expectChanges(rule, linuxMachine({ osProfile }), { path, value: undefined }, { path: other, value: undefined });
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ enableHotpatching: true }) }), {
      path,
      value: undefined,
    });
  });

  it("leaves alone what does not ask for it, Windows and other resources", () => {
    expectChanges(rule, linuxMachine());
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ enableHotpatching: false }) }));
    expectChanges(rule, windowsMachine({ osProfile: windowsProfile({ enableHotpatching: true }) }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    const osProfile = linuxProfile({ enableHotpatching: unknown });
    expectLeftUnknown(rule, linuxMachine({ osProfile }), path);
  });
});
