import { imgRhelByos as rule } from "../../../policypack/rules/images-and-workloads/img-rhel-byos";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, linuxProfile, scheduledPatchSettings, storageProfile, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function machineOf(publisher: string, offer: string, sku: string, change: object = {}) {
  return linuxMachine({ storageProfile: storageProfile({ publisher, offer, sku, version: "latest" }), ...change });
}

function withCustomData(customData: string) {
  return { osProfile: { ...linuxProfile(scheduledPatchSettings), customData } };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const redHat = ["RedHat", "rhel-byos", "rhel-lvm92"] as const;
const suse = ["SUSE", "sles-15-sp5-byos", "gen2"] as const;

const runCommand: Declared = {
  name: "register",
  type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
  inputs: { vmName: unknown, source: { script: "subscription-manager register --org=1 --activationkey=fleet" } },
  from: { vmName: ["web"] },
};

describe("img-rhel-byos", () => {
  it("is broken by a machine that nothing registers", () => {
    expectVerdicts(rule, [machineOf(...redHat)], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"RedHat:rhel-byos:rhel-lvm92", which nothing in the stack registers',
        mustBe: "an image with a subscription, or registered by the stack",
        fix: 'run `subscription-manager register` from osProfile.customData, or set licenseType: "RHEL_BASE" and the extension AHBForRHEL (Azure Hybrid Benefit)',
      }),
    });
    expectVerdicts(rule, [machineOf(...suse, withCustomData(base64("#cloud-config\npackages: [nginx]\n")))], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"SUSE:sles-15-sp5-byos:gen2", which nothing in the stack registers',
        mustBe: "an image with a subscription, or registered by the stack",
        fix: 'run `registercloudguest` from osProfile.customData, or set licenseType: "SLES" (Azure Hybrid Benefit)',
      }),
    });
  });

  for (const text of [
    "#!/bin/sh\nsubscription-manager register --org=1 --activationkey=fleet\n",
    "#cloud-config\nrh_subscription:\n  org: '1'\n  activation-key: fleet\n",
    "#cloud-config\nruncmd:\n  - [rhc, connect, --organization, '1']\n",
  ]) {
    it(`is met by custom data with ${JSON.stringify(text.split("\n")[1])}`, () => {
      expectVerdicts(rule, [machineOf(...redHat, withCustomData(base64(text)))], { web: met });
    });
  }

  it("is met by a run command on the machine, and not by one on another", () => {
    expectVerdicts(rule, [machineOf(...redHat), runCommand], { web: met });
    const other = linuxMachine({}, "other");
    const elsewhere = { ...runCommand, from: { vmName: ["other"] } };
    expectVerdicts(rule, [machineOf(...redHat), other, elsewhere], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"RedHat:rhel-byos:rhel-lvm92", which nothing in the stack registers',
        mustBe: "an image with a subscription, or registered by the stack",
        fix: 'run `subscription-manager register` from osProfile.customData, or set licenseType: "RHEL_BASE" and the extension AHBForRHEL (Azure Hybrid Benefit)',
      }),
      other: notApplicable("the image is not one of Red Hat or SUSE without a subscription"),
    });
  });

  it("is met by the Azure Hybrid Benefit, even while custom data is not known", () => {
    const change = { licenseType: "RHEL_BASE", ...withCustomData(unknown) };
    expectVerdicts(rule, [machineOf(...redHat, change)], { web: met });
  });

  it("is not known while custom data is not", () => {
    expectVerdicts(rule, [machineOf(...redHat, withCustomData(unknown))], {
      web: notKnown({ property: "osProfile.customData", because: "is known only after deployment" }),
    });
  });

  it("is not known of custom data that is a secret here", () => {
    expectVerdicts(rule, [machineOf(...redHat, withCustomData("[secret]"))], {
      web: notKnown({ property: "osProfile.customData", because: "is a secret that cannot be decrypted here" }),
    });
  });

  it("does not apply to images with a subscription, nor where machines are registered elsewhere", () => {
    expectVerdicts(rule, [machineOf("RedHat", "RHEL", "9-lvm-gen2")], {
      web: notApplicable("the image is not one of Red Hat or SUSE without a subscription"),
    });
    expectVerdicts(
      rule,
      [machineOf(...redHat)],
      { web: notApplicable("machines are registered outside the stack") },
      { registeredElsewhere: true },
    );
  });
});
