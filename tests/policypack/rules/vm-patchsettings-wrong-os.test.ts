import { vmPatchsettingsWrongOs as rule } from "../../../policypack/rules/azure-vm-settings/vm-patchsettings-wrong-os";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, storageProfile, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const linuxBlock = "osProfile.linuxConfiguration";
const windowsBlock = "osProfile.windowsConfiguration";
const linuxOnWindows = broken({
  property: linuxBlock,
  found: "given",
  mustBe: "absent, since the VM runs Windows",
  fix: `remove ${linuxBlock}, and give what Windows needs in ${windowsBlock}`,
});
const windowsOnLinux = broken({
  property: windowsBlock,
  found: "given",
  mustBe: "absent, since the VM runs Linux",
  fix: `remove ${windowsBlock}, and give what Linux needs in ${linuxBlock}`,
});
const both = { ...linuxProfile(), ...windowsProfile() };
const custom = (osDisk: object = {}) => storageProfile({ id: "/subscriptions/0/images/golden" }, osDisk);

describe("vm-patchsettings-wrong-os", () => {
  it("is met by the block of the machine's own system", () => {
    expectVerdicts(rule, [linuxMachine()], { web: met });
    expectVerdicts(rule, [windowsMachine()], { files: met });
  });

  it("is met by one block where only that block tells the system", () => {
    expectVerdicts(rule, [linuxMachine({ storageProfile: custom() })], { web: met });
  });

  it("is broken by the block of the other system", () => {
    expectVerdicts(rule, [windowsMachine({ osProfile: linuxProfile() })], { files: linuxOnWindows });
    expectVerdicts(rule, [linuxMachine({ osProfile: windowsProfile() })], { web: windowsOnLinux });
  });

  it("takes the system from the disk, in any letter case", () => {
    for (const osType of ["Windows", "windows"]) {
      expectVerdicts(rule, [linuxMachine({ storageProfile: custom({ osType }) })], { web: linuxOnWindows });
    }
  });

  it("is broken by both blocks", () => {
    expectVerdicts(rule, [windowsMachine({ osProfile: both })], { files: linuxOnWindows });
    expectVerdicts(rule, [linuxMachine({ osProfile: both })], { web: windowsOnLinux });
  });

  it("is broken by both blocks even where nothing tells the system", () => {
    const verdict = broken({
      property: "osProfile",
      found: "given with both linuxConfiguration and windowsConfiguration",
      mustBe: "given with the block of the VM's own operating system alone",
      fix: `remove ${linuxBlock} or ${windowsBlock}`,
    });
    expectVerdicts(rule, [linuxMachine({ osProfile: both, storageProfile: custom() })], { web: verdict });
    expectVerdicts(rule, [linuxMachine({ osProfile: both, storageProfile: unknown })], { web: verdict });
  });

  it("is not known while the system is not", () => {
    expectVerdicts(rule, [linuxMachine({ storageProfile: unknown })], {
      web: notKnown({ property: "storageProfile", because: "is known only after deployment" }),
    });
  });

  it("is decided by blocks whose content is not known", () => {
    const osProfile = { computerName: "files", linuxConfiguration: unknown };
    expectVerdicts(rule, [windowsMachine({ osProfile })], { files: linuxOnWindows });
  });

  it("does not apply to a machine without a block", () => {
    const verdict = notApplicable("the machine has no configuration block");
    expectVerdicts(rule, [linuxMachine({ osProfile: { computerName: "web" } })], { web: verdict });
    expectVerdicts(rule, [linuxMachine({ osProfile: undefined })], { web: verdict });
  });
});
