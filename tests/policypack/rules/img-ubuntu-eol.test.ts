import { imgUbuntuEol as rule } from "../../../policypack/rules/images-and-workloads/img-ubuntu-eol";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, storageProfile, unknown, windowsMachine } from "../fixture";
import { expectVerdicts } from "./expect";

function machineOf(publisher: string, offer: string, sku: string, change: object = {}) {
  return linuxMachine({ storageProfile: storageProfile({ publisher, offer, sku, version: "latest" }), ...change });
}

const focal = ["Canonical", "0001-com-ubuntu-server-focal", "20_04-lts-gen2"] as const;
const newer =
  'storageProfile.imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" }';
const pro = `licenseType: "UBUNTU_PRO" (cannot be undone), or on a new machine ${newer}`;
const proByHand = `licenseType: "UBUNTU_PRO" and \`pro auto-attach\` run inside (cannot be undone), or on a new machine ${newer}`;

const past = (found: string, ended: string, fix: string) =>
  broken({
    property: "storageProfile.imageReference",
    found: `"${found}", in standard support until ${ended}`,
    mustBe: "a newer release, or Ubuntu Pro",
    fix,
    componentFix: 'image: "ubuntu-24.04"',
  });

describe("img-ubuntu-eol", () => {
  it("is met by a release in standard support", () => {
    expectVerdicts(rule, [linuxMachine()], { web: met });
    expectVerdicts(rule, [machineOf("Canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2")], { web: met });
  });

  it("is broken by releases past it", () => {
    for (const [offer, sku, ended, fix] of [
      ["0001-com-ubuntu-server-focal", "20_04-lts-gen2", "2025-05", pro],
      ["UbuntuServer", "18.04-LTS", "2023-05", proByHand],
      ["ubuntuserver", "16.04-lts", "2021-04", proByHand],
      ["UbuntuServer", "14.04.5-LTS", "2019-04", newer],
    ] as const) {
      expectVerdicts(rule, [machineOf("Canonical", offer, sku)], {
        web: past(`Canonical:${offer}:${sku}`, ended, fix),
      });
    }
  });

  it("is broken by another publisher's image of such a release, which no licence turns into Ubuntu Pro", () => {
    for (const change of [{}, { licenseType: "UBUNTU_PRO" }]) {
      expectVerdicts(rule, [machineOf("microsoft-dsvm", "ubuntu-hpc", "2004", change)], {
        web: past("microsoft-dsvm:ubuntu-hpc:2004", "2025-05", newer),
      });
    }
  });

  it("is met by Ubuntu Pro, by image or by licence", () => {
    expectVerdicts(rule, [machineOf("Canonical", "0001-com-ubuntu-pro-focal", "pro-20_04-lts-gen2")], { web: met });
    expectVerdicts(rule, [machineOf(...focal, { licenseType: "UBUNTU_PRO" })], { web: met });
    expectVerdicts(rule, [machineOf(...focal, { licenseType: "Ubuntu_Pro" })], { web: met });
  });

  it("is not known while the licence decides and is not known", () => {
    expectVerdicts(rule, [machineOf(...focal, { licenseType: unknown })], {
      web: notKnown({ property: "licenseType", because: "is known only after deployment" }),
    });
  });

  it("does not apply to other systems", () => {
    expectVerdicts(rule, [windowsMachine()], { files: notApplicable("the image is not Ubuntu") });
  });
});
