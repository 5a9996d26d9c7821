import { imgSupported as rule } from "../../../policypack/rules/images-and-workloads/img-supported";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, storageProfile, unknown, windowsMachine } from "../fixture";
import { expectVerdicts } from "./expect";

function machineOf(publisher: string, offer: string, sku: string) {
  return linuxMachine({ storageProfile: storageProfile({ publisher, offer, sku, version: "latest" }) });
}

describe("img-supported", () => {
  it("is met by images on the list", () => {
    expectVerdicts(rule, [linuxMachine(), windowsMachine()], { web: met, files: met });
  });

  it("is met whatever the case, and where the list has a wildcard", () => {
    expectVerdicts(rule, [machineOf("CANONICAL", "Ubuntu-24_04-LTS", "SERVER")], { web: met });
    expectVerdicts(rule, [machineOf("RedHat", "RHEL", "9_4")], { web: met });
  });

  it("is met by an image that only the built-in policies reach", () => {
    expectVerdicts(rule, [machineOf("Debian", "debian-12", "12-gen2")], { web: met });
  });

  it("is broken by a Linux image outside the list, which moves within its distribution", () => {
    expectVerdicts(rule, [machineOf("RedHat", "RHEL", "10-lvm-gen2")], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"RedHat:RHEL:10-lvm-gen2"',
        mustBe: "an image on Update Manager's closed list",
        fix: 'storageProfile.imageReference: { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" }',
        componentFix: 'image: "rhel-9"',
      }),
    });
  });

  it("names the purchase plan of the image to move to, where it has one", () => {
    expectVerdicts(rule, [machineOf("ciq-1234", "rockylinux", "rocky-10")], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"ciq-1234:rockylinux:rocky-10"',
        mustBe: "an image on Update Manager's closed list",
        fix: 'storageProfile.imageReference: { publisher: "resf", offer: "rockylinux-x86_64", sku: "9-base", version: "latest" }, plan: { name: "9-base", product: "rockylinux-x86_64", publisher: "resf" }',
        componentFix: 'image: "rocky-linux-9"',
      }),
    });
  });

  it("is broken by a Windows Server image outside the list, which moves to Windows Server", () => {
    expectVerdicts(rule, [machineOf("some-vendor", "windows-tool", "2019-tool")], {
      web: broken({
        property: "storageProfile.imageReference",
        found: '"some-vendor:windows-tool:2019-tool"',
        mustBe: "an image on Update Manager's closed list",
        fix: 'storageProfile.imageReference: { publisher: "MicrosoftWindowsServer", offer: "WindowsServer", sku: "2025-datacenter-g2", version: "latest" }',
        componentFix: 'image: "windows-server-2025"',
      }),
    });
  });

  it("is not known of an image that the built-in policies name with a lost wildcard", () => {
    expectVerdicts(rule, [machineOf("SUSE", "sles-15-sp6", "gen2")], {
      web: notKnown({
        property: "storageProfile.imageReference",
        because: 'is "SUSE:sles-15-sp6:gen2", of which Azure\'s documents disagree',
      }),
    });
  });

  it("is not known while the sku is not", () => {
    expectVerdicts(rule, [machineOf("RedHat", "RHEL", unknown)], {
      web: notKnown({ property: "storageProfile.imageReference.sku", because: "is known only after deployment" }),
    });
  });

  it("leaves custom images and attached disks alone", () => {
    const id = "/subscriptions/0/resourceGroups/fleet/providers/Microsoft.Compute/images/web";
    const custom = linuxMachine({ storageProfile: storageProfile({ id }) });
    const attached = linuxMachine({ storageProfile: { osDisk: { createOption: "Attach", osType: "Linux" } } }, "disk");
    const because = "the machine is not made from a marketplace image";
    expectVerdicts(rule, [custom, attached], { web: notApplicable(because), disk: notApplicable(because) });
  });

  it("leaves exclusions by name and Windows clients to their own rules", () => {
    expectVerdicts(rule, [machineOf("OpenLogic", "CentOS", "8_5")], {
      web: notApplicable("the image is excluded by name, which img-unsupported-explicit judges"),
    });
    expectVerdicts(rule, [machineOf("MicrosoftWindowsDesktop", "windows-11", "win11-24h2-ent")], {
      web: notApplicable("the image is a Windows client, which img-windows-client judges"),
    });
  });
});
