import { imgUnsupportedExplicit as rule } from "../../../policypack/rules/images-and-workloads/img-unsupported-explicit";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, storageProfile, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function machineOf(publisher: string, offer: string, sku: string) {
  return linuxMachine({ storageProfile: storageProfile({ publisher, offer, sku, version: "latest" }) });
}

describe("img-unsupported-explicit", () => {
  it("is met by an image that no exclusion names", () => {
    expectVerdicts(rule, [linuxMachine()], { web: met });
    expectVerdicts(rule, [machineOf("OpenLogic", "CentOS", "7_9")], { web: met });
    expectVerdicts(rule, [machineOf("RedHat", "rhel-ha", "8_8")], { web: met });
  });

  it("is broken by CentOS 8, which moves to the distribution that succeeds it", () => {
    expectVerdicts(rule, [machineOf("OpenLogic", "CentOS", "8_5")], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"OpenLogic:CentOS:8_5"',
        mustBe: "an image that Update Manager does not exclude",
        fix: 'storageProfile.imageReference: { publisher: "almalinux", offer: "almalinux-x86_64", sku: "9-gen2", version: "latest" }',
        componentFix: 'image: "almalinux-9"',
      }),
    });
  });

  const rhel = {
    fix: 'storageProfile.imageReference: { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" }',
    componentFix: 'image: "rhel-9"',
  };
  for (const [publisher, offer, sku] of [
    ["RedHat", "RHEL-HA", "81_gen2"],
    ["MicrosoftSQLServer", "sql2019-rhel7", "standard"],
    ["MicrosoftSQLServer", "SQL2017-RHEL7", "web"],
  ] as const) {
    it(`is broken by ${publisher}:${offer}:${sku}`, () => {
      expectVerdicts(rule, [machineOf(publisher, offer, sku)], {
        web: broken({
          property: "storageProfile.imageReference",
          found: `"${publisher}:${offer}:${sku}"`,
          mustBe: "an image that Update Manager does not exclude",
          ...rhel,
        }),
      });
    });
  }

  it("is not known while the offer is not", () => {
    expectVerdicts(rule, [machineOf("OpenLogic", unknown, "8_5")], {
      web: notKnown({ property: "storageProfile.imageReference.offer", because: "is known only after deployment" }),
    });
  });

  it("leaves custom images alone", () => {
    const id = "/subscriptions/0/resourceGroups/fleet/providers/Microsoft.Compute/images/web";
    expectVerdicts(rule, [linuxMachine({ storageProfile: storageProfile({ id }) })], {
      web: notApplicable("the machine is not made from a marketplace image"),
    });
  });
});
