import { vmAllowExtensionOperations as rule } from "../../../policypack/rules/azure-vm-settings/vm-allow-extension-operations";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, schedule, storageProfile, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const machineWith = (osProfile: object) => linuxMachine({ osProfile: { computerName: "web", ...osProfile } });

describe("vm-allow-extension-operations", () => {
  it("is met where extension operations are allowed", () => {
    expectVerdicts(rule, [machineWith({ allowExtensionOperations: true })], { web: met });
  });

  it("is met where nothing is said, since Azure allows them by default", () => {
    expectVerdicts(rule, [linuxMachine()], { web: met });
  });

  it("is met by a machine without an OS profile", () => {
    const attached = storageProfile({}, { createOption: "Attach", osType: "Linux" });
    expectVerdicts(rule, [linuxMachine({ osProfile: undefined, storageProfile: attached })], { web: met });
  });

  it("is broken where extension operations are forbidden", () => {
    expectVerdicts(rule, [machineWith({ allowExtensionOperations: false })], {
      web: broken({
        property: "osProfile.allowExtensionOperations",
        found: "false",
        mustBe: "true or left out for Azure Update Manager to add its extension",
        fix: "osProfile.allowExtensionOperations: true",
      }),
    });
  });

  it("is not known while the setting is not", () => {
    expectVerdicts(rule, [machineWith({ allowExtensionOperations: unknown })], {
      web: notKnown({
        property: "osProfile.allowExtensionOperations",
        because: "is known only after deployment",
      }),
    });
  });
});

describe("vm-allow-extension-operations as a remediation", () => {
  const path = "osProfile.allowExtensionOperations";
  const allowing = (allowExtensionOperations: unknown, change: object = {}) =>
    linuxMachine({ osProfile: { ...linuxProfile(undefined, change), allowExtensionOperations } });

  it("allows extension operations", () => {
    expectChanges(rule, allowing(false), { path, value: true });
  });

  it("leaves alone what allows them, what has no agent to carry them out, and other resources", () => {
    expectChanges(rule, allowing(true));
    expectChanges(rule, allowing(undefined));
    expectChanges(rule, allowing(false, { provisionVMAgent: false }));
    expectChanges(rule, linuxMachine({ osProfile: undefined }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, allowing(unknown), path);
    const agent = "osProfile.linuxConfiguration.provisionVMAgent";
    expectLeftUnknown(rule, allowing(false, { provisionVMAgent: unknown }), agent);
  });
});
