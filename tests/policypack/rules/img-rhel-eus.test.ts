import { imgRhelEus as rule } from "../../../policypack/rules/images-and-workloads/img-rhel-eus";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, linuxMachine, schedule, storageProfile, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function scheduled(offer: string, sku: string) {
  const imageReference = { publisher: "RedHat", offer, sku, version: "latest" };
  return [linuxMachine({ storageProfile: storageProfile(imageReference) }), schedule(), assignment("web")];
}

const locked = (found: string, minor: string) =>
  broken({
    property: "storageProfile.imageReference",
    found: `"${found}"`,
    mustBe: `an image without a minor version in its sku, so that it moves on from ${minor}`,
    fix: 'storageProfile.imageReference: { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" }',
    componentFix: 'image: "rhel-9"',
  });

describe("img-rhel-eus", () => {
  it("is met by skus without a minor version", () => {
    for (const [offer, sku] of [
      ["RHEL", "9-lvm-gen2"],
      ["RHEL", "8-LVM"],
      ["rhel-raw", "9-raw"],
    ] as const) {
      expectVerdicts(rule, scheduled(offer, sku), { web: met });
    }
  });

  it("is broken by skus with one, in all their spellings", () => {
    expectVerdicts(rule, scheduled("RHEL", "9_4"), { web: locked("RedHat:RHEL:9_4", "9.4") });
    expectVerdicts(rule, scheduled("RHEL", "8.2"), { web: locked("RedHat:RHEL:8.2", "8.2") });
    expectVerdicts(rule, scheduled("RHEL", "86-gen2"), { web: locked("RedHat:RHEL:86-gen2", "8.6") });
  });

  it("is met by the last minor version of a major one, which has no successor", () => {
    expectVerdicts(rule, scheduled("RHEL", "7_9"), { web: met });
    expectVerdicts(rule, scheduled("RHEL", "8_10"), { web: met });
  });

  it("is met by images for SAP, which are locked on purpose", () => {
    expectVerdicts(rule, scheduled("RHEL-SAP-HA", "86sapha-gen2"), { web: met });
  });

  it("is met by images without a subscription, which Red Hat does not lock", () => {
    expectVerdicts(rule, scheduled("rhel-byos", "rhel-lvm92"), { web: met });
  });

  it("does not apply without a schedule, nor to other systems", () => {
    const [machine] = scheduled("RHEL", "9_4");
    expectVerdicts(rule, machine === undefined ? [] : [machine], {
      web: notApplicable("no schedule of this stack reaches the machine"),
    });
    expectVerdicts(rule, [linuxMachine()], { web: notApplicable("the image is not RHEL") });
  });

  it("is not known while the sku is not", () => {
    expectVerdicts(rule, scheduled("RHEL", unknown), {
      web: notKnown({ property: "storageProfile.imageReference.sku", because: "is known only after deployment" }),
    });
  });
});
