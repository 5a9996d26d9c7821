import { imgCentosEos as rule } from "../../../policypack/rules/images-and-workloads/img-centos-eos";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, storageProfile, unknown, windowsMachine } from "../fixture";
import { expectVerdicts } from "./expect";

function machineOf(publisher: string, offer: string, sku: string) {
  return linuxMachine({ storageProfile: storageProfile({ publisher, offer, sku, version: "latest" }) });
}

describe("img-centos-eos", () => {
  it("is met by distributions in service", () => {
    expectVerdicts(rule, [linuxMachine(), windowsMachine()], { web: met, files: met });
  });

  for (const [publisher, offer, sku] of [
    ["OpenLogic", "CentOS", "7_9"],
    ["openlogic", "CentOS-LVM", "7-lvm-gen2"],
  ] as const) {
    it(`is broken by ${publisher}:${offer}:${sku}`, () => {
      expectVerdicts(rule, [machineOf(publisher, offer, sku)], {
        web: broken({
          property: "storageProfile.imageReference",
          found: `"${publisher}:${offer}:${sku}"`,
          mustBe: "an image of a distribution that is in service",
          fix: 'storageProfile.imageReference: { publisher: "almalinux", offer: "almalinux-x86_64", sku: "9-gen2", version: "latest" }',
          componentFix: 'image: "almalinux-9"',
        }),
      });
    });
  }

  it("leaves CentOS that is not supported at all to the rule that says so", () => {
    expectVerdicts(rule, [machineOf("OpenLogic", "CentOS", "8_5")], {
      web: notApplicable("Update Manager does not support the image at all"),
    });
  });

  it("is not known while the image is not", () => {
    expectVerdicts(rule, [machineOf(unknown, "CentOS", "7_9")], {
      web: notKnown({ property: "storageProfile.imageReference.publisher", because: "is known only after deployment" }),
    });
  });
});
