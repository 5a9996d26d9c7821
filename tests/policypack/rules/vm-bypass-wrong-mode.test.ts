import { vmBypassWrongMode as rule } from "../../../policypack/rules/azure-vm-settings/vm-bypass-wrong-mode";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  storageProfile,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";
import { expectSetByPolicy } from "./expect-set-by-policy";

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

  it("is not known where a policy may set the patch mode", () => {
    expectSetByPolicy(rule, { ...scheduledPatchSettings, patchMode: "ImageDefault" }, "patchMode");
  });

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

  it("does not apply to a mode that the system does not have, which vm-patchmode-enum-os flags", () => {
    expectVerdicts(rule, [windowsIn("ImageDefault")], {
      files: notApplicable("its operating system has no such patch mode"),
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

describe("vm-bypass-wrong-mode as a remediation", () => {
  const path = "osProfile.windowsConfiguration.patchSettings.patchMode";

  it("sets the patch mode of a machine that waits for schedules", () => {
    expectChanges(rule, windowsIn("Manual"), { path, value: "AutomaticByPlatform" });
    expectChanges(rule, windowsIn("AutomaticByOS"), { path, value: "AutomaticByPlatform" });
  });

  it("leaves alone what has it, what does not wait, a mode of the other system, and other resources", () => {
    expectChanges(rule, windowsIn("AutomaticByPlatform"));
    expectChanges(rule, windowsIn("ImageDefault"));
    expectChanges(rule, windowsMachine({ osProfile: windowsProfile({ patchMode: "Manual" }) }));
    expectChanges(rule, schedule());
  });

  it("leaves machines alone that no schedule could patch", () => {
    const osProfile = linuxProfile({ ...scheduledPatchSettings, patchMode: "ImageDefault" });
    expectChanges(rule, linuxMachine({ osProfile, virtualMachineScaleSet: { id: unknown } }));
    const unlisted = storageProfile({ publisher: "contoso", offer: "appliance", sku: "1", version: "latest" });
    expectChanges(rule, linuxMachine({ osProfile, storageProfile: unlisted }));
    const withoutAgent = linuxProfile(
      { ...scheduledPatchSettings, patchMode: "ImageDefault" },
      { provisionVMAgent: false },
    );
    expectChanges(rule, linuxMachine({ osProfile: withoutAgent }));
    expectChanges(rule, linuxMachine({ osProfile: undefined }));
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, windowsIn(unknown), path);
  });
});
