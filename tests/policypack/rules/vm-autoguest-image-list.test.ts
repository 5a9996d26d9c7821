import { vmAutoguestImageList as rule } from "../../../policypack/rules/azure-vm-settings/vm-autoguest-image-list";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, linuxMachine, linuxProfile, schedule, storageProfile, ubuntu, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const byPlatform = linuxProfile({ patchMode: "AutomaticByPlatform" });
const machineWith = (image: object, osProfile: object = byPlatform) =>
  linuxMachine({ osProfile, storageProfile: storageProfile(image) });
const debian12 = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };

const brokenByDebian = broken({
  property: "storageProfile.imageReference",
  found: '"Debian:debian-12:12-gen2"',
  mustBe: "a publisher, offer and sku from the list of automatic guest patching, which has no wildcards",
  fix: "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule: true, with a schedule of your own",
  componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
});

describe("vm-autoguest-image-list", () => {
  it("is met by an image on the list, in any letter case", () => {
    expectVerdicts(rule, [machineWith(ubuntu)], { web: met });
    expectVerdicts(rule, [machineWith({ ...ubuntu, publisher: "canonical", sku: "SERVER" })], { web: met });
  });

  it("is broken by an image that only Update Manager's own list has", () => {
    expectVerdicts(rule, [machineWith(debian12)], { web: brokenByDebian });
  });

  it("is not known while the image or the bypass is not", () => {
    expectVerdicts(rule, [machineWith({ ...debian12, sku: unknown })], {
      web: notKnown({ property: "storageProfile.imageReference.sku", because: "is known only after deployment" }),
    });
    const osProfile = linuxProfile({ patchMode: "AutomaticByPlatform", automaticByPlatformSettings: unknown });
    expectVerdicts(rule, [machineWith(debian12, osProfile)], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings",
        because: "is known only after deployment",
      }),
    });
  });

  it("does not apply to a machine that waits for its own schedule, or has one", () => {
    const verdict = notApplicable("the machine does not ask for automatic guest patching");
    expectVerdicts(rule, [linuxMachine({ storageProfile: storageProfile(debian12) })], { web: verdict });
    expectVerdicts(rule, [machineWith(debian12), schedule(), assignment("web")], { web: verdict });
  });

  it("is decided by what is known: the image where the patch mode is not, the patch mode where the image is not", () => {
    expectVerdicts(rule, [machineWith(ubuntu, linuxProfile({ patchMode: unknown }))], { web: met });
    expectVerdicts(rule, [machineWith({ ...ubuntu, sku: unknown }, linuxProfile())], {
      web: notApplicable("the machine does not ask for automatic guest patching"),
    });
  });

  it("does not apply to an image that Update Manager does not support, which img-supported flags", () => {
    const image = { publisher: "kali-linux", offer: "kali", sku: "kali-2024-1", version: "latest" };
    expectVerdicts(rule, [machineWith(image)], {
      web: notApplicable("Update Manager does not support the image at all"),
    });
  });

  it("does not apply to a custom image, which vm-autoguest-custom-image flags", () => {
    expectVerdicts(rule, [machineWith({ id: unknown })], {
      web: notApplicable("the machine is not made from a marketplace image"),
    });
  });
});
