import { vmNoOsprofile as rule } from "../../../policypack/rules/azure-vm-settings/vm-no-osprofile";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  type Declared,
  linuxMachine,
  schedule,
  scheduledPatchSettings,
  storageProfile,
  unknown,
  windowsMachine,
} from "../fixture";
import { expectVerdicts } from "./expect";

const attachedDisk = (osType: string) => storageProfile({}, { createOption: "Attach", osType });
const specializedImage = storageProfile({ id: unknown }, { osType: "Linux" });
const patchSettingsOnly = { linuxConfiguration: { patchSettings: scheduledPatchSettings } };

const restored = (osProfile: object | undefined, type?: string): Declared => {
  const machine = linuxMachine({ osProfile, storageProfile: attachedDisk("Linux") });
  return type === undefined ? machine : { ...machine, type };
};

function brokenBy(block: string) {
  const settings =
    'patchSettings: { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform", automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true } }';
  return broken({
    property: "osProfile",
    found: "not set",
    mustBe: `given, with nothing but ${block}.patchSettings in it, for the schedule to run`,
    fix: `osProfile: { ${block}: { ${settings} } }`,
  });
}

describe("vm-no-osprofile", () => {
  it("is met by an attached disk with patch settings", () => {
    expectVerdicts(rule, [restored(patchSettingsOnly), schedule(), assignment("web")], { web: met });
  });

  it("is met under the API version that takes them, and under later ones", () => {
    for (const type of [
      "azure-native:compute/v20230701:VirtualMachine",
      "azure-native_compute_v20250401:compute:VirtualMachine",
    ]) {
      expectVerdicts(rule, [restored(patchSettingsOnly, type), schedule(), assignment("web")], { web: met });
    }
  });

  it("is broken by an attached disk without an OS profile", () => {
    expectVerdicts(rule, [restored(undefined), schedule(), assignment("web")], { web: brokenBy("linuxConfiguration") });
    const windows = windowsMachine({ osProfile: undefined, storageProfile: attachedDisk("Windows") });
    expectVerdicts(rule, [windows, schedule(), assignment("files")], { files: brokenBy("windowsConfiguration") });
  });

  it("is broken by a specialized image, which has no OS profile", () => {
    const machine = linuxMachine({ osProfile: undefined, storageProfile: specializedImage });
    expectVerdicts(rule, [machine, schedule(), assignment("web")], { web: brokenBy("linuxConfiguration") });
  });

  it("is broken by an API version that takes no OS profile for an attached disk", () => {
    const machine = restored(patchSettingsOnly, "azure-native:compute/v20230301:VirtualMachine");
    expectVerdicts(rule, [machine, schedule(), assignment("web")], {
      web: broken({
        property: "API version",
        found: '"2023-03-01"',
        mustBe: "2023-07-01 or later to take an OS profile for an attached disk",
        fix: 'import { VirtualMachine } from "@pulumi/azure-native/compute", without an API version',
      }),
    });
  });

  it("is not known while the machine of the schedule is not", () => {
    const anywhere = { ...assignment("web"), from: { maintenanceConfigurationId: ["weekly"] } };
    expectVerdicts(rule, [restored(undefined), schedule(), anywhere], {
      web: notKnown({ property: "resourceName", because: "is known only after deployment" }),
    });
  });

  it("does not apply to a machine that Azure sets up from its image", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], {
      web: notApplicable("Azure sets the machine up from its image"),
    });
  });

  it("does not apply to a machine without a schedule", () => {
    expectVerdicts(rule, [restored(undefined), schedule()], {
      web: notApplicable("no schedule of this stack reaches the machine"),
    });
  });
});
