import { vmHotpatchImage as rule } from "../../../policypack/rules/azure-vm-settings/vm-hotpatch-image";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, storageProfile, unknown, windowsMachine, windowsProfile, windowsServer } from "../fixture";
import { expectVerdicts } from "./expect";

const hotpatching = windowsProfile({ patchMode: "AutomaticByPlatform", enableHotpatching: true });
const machineWith = (image: object, osDisk: object = {}) =>
  windowsMachine({ osProfile: hotpatching, storageProfile: storageProfile(image, osDisk) });
const azureEdition = (sku: string) => machineWith({ ...windowsServer, sku });

function brokenBy(image: string) {
  return broken({
    property: "storageProfile.imageReference",
    found: `"${image}"`,
    mustBe: "one of the hotpatchable images of Windows Server Azure Edition",
    fix:
      "osProfile.windowsConfiguration.patchSettings.enableHotpatching: false, or a VM made anew with one of the skus " +
      "2025-datacenter-azure-edition, 2025-datacenter-azure-edition-core, 2025-datacenter-azure-edition-smalldisk, " +
      "2025-datacenter-azure-edition-core-smalldisk, 2022-datacenter-azure-edition-core-smalldisk, " +
      "2022-datacenter-azure-edition-core, 2022-datacenter-azure-edition-hotpatch, " +
      "2022-datacenter-azure-edition-hotpatch-smalldisk",
    componentFix: 'image: "windows-server-2025-azure-edition"',
  });
}

describe("vm-hotpatch-image", () => {
  for (const sku of [
    "2025-datacenter-azure-edition",
    "2022-datacenter-azure-edition-hotpatch",
    "2022-Datacenter-Azure-Edition-Core",
  ]) {
    it(`is met by ${sku}`, () => {
      expectVerdicts(rule, [azureEdition(sku)], { files: met });
    });
  }

  for (const sku of [
    "2022-datacenter-azure-edition",
    "2022-datacenter-azure-edition-smalldisk",
    "2022-datacenter-g2",
  ]) {
    it(`is broken by ${sku}`, () => {
      expectVerdicts(rule, [azureEdition(sku)], { files: brokenBy(`MicrosoftWindowsServer:WindowsServer:${sku}`) });
    });
  }

  it("is broken by another publisher's image of Windows Server", () => {
    const image = { publisher: "MicrosoftSQLServer", offer: "sql2022-ws2022", sku: "standard-gen2", version: "latest" };
    expectVerdicts(rule, [machineWith(image)], { files: brokenBy("MicrosoftSQLServer:sql2022-ws2022:standard-gen2") });
  });

  it("is not known while the sku is not", () => {
    expectVerdicts(rule, [azureEdition(unknown)], {
      files: notKnown({ property: "storageProfile.imageReference.sku", because: "is known only after deployment" }),
    });
  });

  it("is not known of a custom image or an attached disk", () => {
    const property = "storageProfile.imageReference";
    expectVerdicts(rule, [machineWith({ id: unknown }, { osType: "Windows" })], {
      files: notKnown({ property, because: "is a custom image, whose edition of Windows Server is not told" }),
    });
    expectVerdicts(rule, [machineWith({}, { createOption: "Attach", osType: "Windows" })], {
      files: notKnown({
        property,
        because: "is not given for an attached disk, whose edition of Windows Server is not told",
      }),
    });
  });

  it("does not apply to a machine that does not ask for hotpatching", () => {
    expectVerdicts(rule, [windowsMachine()], { files: notApplicable("the machine does not ask for hotpatching") });
  });

  it("does not apply to Linux, which vm-hotpatch-os flags", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: hotpatching })], {
      web: notApplicable("the machine does not run Windows"),
    });
  });
});
