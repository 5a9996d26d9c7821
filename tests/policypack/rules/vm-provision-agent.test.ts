import { vmProvisionAgent as rule } from "../../../policypack/rules/azure-vm-settings/vm-provision-agent";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, storageProfile, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const linuxWith = (provisionVMAgent: boolean | string) =>
  linuxMachine({ osProfile: linuxProfile({ patchMode: "ImageDefault" }, { provisionVMAgent }) });

function brokenOn(block: string) {
  const property = `osProfile.${block}.provisionVMAgent`;
  return broken({
    property,
    found: "false",
    mustBe: "true or left out for Azure Update Manager to reach the VM",
    fix: `${property}: true`,
  });
}

describe("vm-provision-agent", () => {
  it("is met by provisionVMAgent true", () => {
    expectVerdicts(rule, [linuxWith(true)], { web: met });
  });

  it("is met where it is left out, since Azure's default is true", () => {
    expectVerdicts(rule, [linuxMachine(), windowsMachine()], { web: met, files: met });
  });

  it("is broken by provisionVMAgent false, whatever the patch settings", () => {
    expectVerdicts(rule, [linuxWith(false)], { web: brokenOn("linuxConfiguration") });
    const files = windowsMachine({ osProfile: windowsProfile(undefined, { provisionVMAgent: false }) });
    expectVerdicts(rule, [files], { files: brokenOn("windowsConfiguration") });
  });

  it("is not known while the setting is not", () => {
    expectVerdicts(rule, [linuxWith(unknown)], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.provisionVMAgent",
        because: "is known only after deployment",
      }),
    });
  });

  it("is met even while the system is not known, where no block refuses the agent", () => {
    const storage = storageProfile({ id: unknown });
    expectVerdicts(rule, [linuxMachine({ osProfile: { computerName: "web" }, storageProfile: storage })], { web: met });
  });

  it("is not known while the system is not and one of two blocks refuses the agent", () => {
    const osProfile = { ...linuxProfile(undefined, { provisionVMAgent: false }), ...windowsProfile() };
    expectVerdicts(rule, [linuxMachine({ osProfile, storageProfile: storageProfile({ id: unknown }) })], {
      web: notKnown({
        property: "storageProfile.osDisk.osType",
        because: "is not given, and neither image nor OS profile tell the system",
      }),
    });
  });

  it("reads the block of the machine's own system only", () => {
    const osProfile = { ...linuxProfile(undefined, { provisionVMAgent: false }), ...windowsProfile() };
    expectVerdicts(rule, [windowsMachine({ osProfile })], { files: met });
  });

  it("does not apply to a machine without an OS profile", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: undefined })], {
      web: notApplicable("without osProfile, its disk decides whether the machine has it"),
    });
  });
});
