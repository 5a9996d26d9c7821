import { vmAutoguestCustomImage as rule } from "../../../policypack/rules/azure-vm-settings/vm-autoguest-custom-image";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, linuxMachine, linuxProfile, schedule, storageProfile, ubuntu, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const byPlatform = linuxProfile({ patchMode: "AutomaticByPlatform" });
const machineWith = (image: object, osProfile: object = byPlatform) =>
  linuxMachine({ osProfile, storageProfile: storageProfile(image) });

function brokenBy(property: string) {
  const settings = "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings";
  return broken({
    property: `storageProfile.imageReference.${property}`,
    found: "a custom image",
    mustBe: "a marketplace image for automatic guest patching",
    fix: `${settings}.bypassPlatformSafetyChecksOnUserSchedule: true, with a schedule of your own`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

describe("vm-autoguest-custom-image", () => {
  it("is met by a marketplace image", () => {
    expectVerdicts(rule, [machineWith(ubuntu)], { web: met });
  });

  it("is met by a marketplace image of which the sku is not known", () => {
    expectVerdicts(rule, [machineWith({ ...ubuntu, sku: unknown })], { web: met });
  });

  for (const property of ["id", "sharedGalleryImageId", "communityGalleryImageId"]) {
    it(`is broken by an image named by ${property}, known or not`, () => {
      expectVerdicts(rule, [machineWith({ [property]: "/subscriptions/0000/images/own" })], {
        web: brokenBy(property),
      });
      expectVerdicts(rule, [machineWith({ [property]: unknown })], { web: brokenBy(property) });
    });
  }

  it("is broken where the bypass is false in so many words", () => {
    const osProfile = linuxProfile({
      patchMode: "AutomaticByPlatform",
      automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: false },
    });
    expectVerdicts(rule, [machineWith({ id: unknown }, osProfile)], { web: brokenBy("id") });
  });

  it("is not known while the patch mode is not", () => {
    expectVerdicts(rule, [machineWith({ id: unknown }, linuxProfile({ patchMode: unknown }))], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        because: "is known only after deployment",
      }),
    });
  });

  it("does not apply to a machine that waits for its schedule, even while its patch mode is not known", () => {
    const verdict = notApplicable("the machine does not ask for automatic guest patching");
    const automaticByPlatformSettings = { bypassPlatformSafetyChecksOnUserSchedule: true };
    for (const patchMode of ["AutomaticByPlatform", unknown]) {
      const osProfile = linuxProfile({ patchMode, automaticByPlatformSettings });
      expectVerdicts(rule, [machineWith({ id: unknown }, osProfile)], { web: verdict });
    }
  });

  it("does not apply to a machine with a schedule, which vm-bypass-schedule flags", () => {
    expectVerdicts(rule, [machineWith({ id: unknown }), schedule(), assignment("web")], {
      web: notApplicable("the machine does not ask for automatic guest patching"),
    });
  });

  it("does not apply to a machine in another patch mode", () => {
    expectVerdicts(rule, [machineWith({ id: unknown }, linuxProfile())], {
      web: notApplicable("the machine does not ask for automatic guest patching"),
    });
  });

  it("does not apply to an attached disk", () => {
    const attached = storageProfile({}, { createOption: "attach", osType: "Linux" });
    expectVerdicts(rule, [linuxMachine({ osProfile: byPlatform, storageProfile: attached })], {
      web: notApplicable("the machine has an attached disk, and no image"),
    });
  });
});
