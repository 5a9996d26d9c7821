import { wlRhelPackagekit as rule } from "../../../policypack/rules/images-and-workloads/wl-rhel-packagekit";
import { type Answer, broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  type Declared,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  storageProfile,
  unknown,
} from "../fixture";
import { group, policy } from "../governance";
import { expectVerdicts } from "./expect";

const platform = { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform" };
const rhel = { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

function machine(customData?: string, patchSettings: object = platform): Declared {
  const osProfile = { ...linuxProfile(patchSettings), ...(customData !== undefined && { customData }) };
  return linuxMachine({ storageProfile: storageProfile(rhel), osProfile });
}

const finding = (found: string): Answer =>
  broken({
    property: "osProfile.customData",
    found,
    mustBe: "cloud-init that stops and masks packagekit",
    fix: "on a new machine `runcmd: [[systemctl, mask, --now, packagekit]]`, on a running one the same by a run command",
  });

describe("wl-rhel-packagekit", () => {
  for (const text of [
    "#!/bin/sh\nsystemctl stop packagekit\nsystemctl mask packagekit\n",
    "#!/bin/sh\nsudo systemctl mask --now packagekit.service\n",
    "#!/bin/sh\nsystemctl mask packagekit --now\n",
    "#cloud-config\nruncmd:\n  - [systemctl, mask, --now, packagekit]\n",
    "#cloud-config\nruncmd:\n  - ['systemctl', 'stop', 'packagekit']\n  - ['systemctl', 'mask', 'packagekit']\n",
  ]) {
    it(`is met by custom data ${JSON.stringify(text)}`, () => {
      expectVerdicts(rule, [machine(base64(text))], { web: met });
    });
  }

  it("is met by a run command on the machine", () => {
    const runCommand: Declared = {
      name: "command",
      type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
      inputs: { vmName: unknown, source: { script: "systemctl mask --now packagekit" } },
      from: { vmName: ["web"] },
    };
    expectVerdicts(rule, [machine(), runCommand], { web: met });
  });

  it("is not known where a policy may have the machine wait for schedules", () => {
    const property =
      "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule";
    const because = "is set by setSchedulePrerequisites after deployment";
    expectVerdicts(rule, [group, machine(), policy("setSchedulePrerequisites")], {
      web: notKnown({ property, because }),
    });
  });

  it("is broken without custom data", () => {
    expectVerdicts(rule, [machine()], { web: finding("not set") });
  });

  for (const text of [
    "#cloud-config\npackages: [nginx]\n",
    "#!/bin/sh\nsystemctl stop packagekit\n",
    "#!/bin/sh\nsystemctl mask packagekit\n",
    "#!/bin/sh\nsystemctl mask firewalld\nsystemctl stop firewalld\ndnf install -y packagekit\n",
  ]) {
    it(`is broken by custom data ${JSON.stringify(text)}`, () => {
      expectVerdicts(rule, [machine(base64(text))], { web: finding("a text that leaves packagekit running") });
    });
  }

  it("is not known while custom data is not", () => {
    expectVerdicts(rule, [machine(unknown)], {
      web: notKnown({ property: "osProfile.customData", because: "is known only after deployment" }),
    });
  });

  it("does not apply to machines that wait for their schedule, nor to other systems", () => {
    const because = "Azure does not patch the machine by itself";
    expectVerdicts(rule, [machine(undefined, scheduledPatchSettings)], { web: notApplicable(because) });
    expectVerdicts(rule, [machine(), schedule(), assignment("web")], { web: notApplicable(because) });
    expectVerdicts(rule, [machine(undefined, { patchMode: "ImageDefault" })], { web: notApplicable(because) });
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile(platform) })], {
      web: notApplicable("the image is not RHEL"),
    });
  });
});
