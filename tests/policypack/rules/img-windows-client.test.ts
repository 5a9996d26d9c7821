import { imgWindowsClient as rule } from "../../../policypack/rules/images-and-workloads/img-windows-client";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, storageProfile, unknown, windowsMachine } from "../fixture";
import { expectVerdicts } from "./expect";

function machineOf(publisher: string, offer: string, sku: string) {
  return windowsMachine({ storageProfile: storageProfile({ publisher, offer, sku, version: "latest" }) });
}

const client = (publisher: string) =>
  broken({
    property: "storageProfile.imageReference.publisher",
    found: `"${publisher}"`,
    mustBe: "the publisher of a server image; Windows clients belong to Microsoft Intune",
    fix: 'storageProfile.imageReference: { publisher: "MicrosoftWindowsServer", offer: "WindowsServer", sku: "2025-datacenter-g2", version: "latest" }',
    componentFix: 'image: "windows-server-2025"',
  });

describe("img-windows-client", () => {
  it("is met by Windows Server and by Linux", () => {
    expectVerdicts(rule, [linuxMachine(), windowsMachine()], { web: met, files: met });
  });

  it("is broken by Windows 11, whatever the case of its publisher", () => {
    expectVerdicts(rule, [machineOf("MicrosoftWindowsDesktop", "windows-11", "win11-24h2-ent")], {
      files: client("MicrosoftWindowsDesktop"),
    });
    expectVerdicts(rule, [machineOf("microsoftwindowsdesktop", "Windows-10", "win10-22h2-pro")], {
      files: client("microsoftwindowsdesktop"),
    });
  });

  it("is broken by the publisher alone, while offer and sku are not known", () => {
    expectVerdicts(rule, [machineOf("MicrosoftWindowsDesktop", unknown, unknown)], {
      files: client("MicrosoftWindowsDesktop"),
    });
  });

  it("is not known while the publisher is not", () => {
    expectVerdicts(rule, [machineOf(unknown, "windows-11", "win11-24h2-ent")], {
      files: notKnown({
        property: "storageProfile.imageReference.publisher",
        because: "is known only after deployment",
      }),
    });
  });

  it("leaves custom images and attached disks alone", () => {
    const custom = windowsMachine({ storageProfile: storageProfile({ id: unknown }) });
    const attached = windowsMachine(
      { storageProfile: { osDisk: { createOption: "Attach", osType: "Windows" } } },
      "disk",
    );
    const because = "the machine is not made from a marketplace image";
    expectVerdicts(rule, [custom, attached], { files: notApplicable(because), disk: notApplicable(because) });
  });
});
