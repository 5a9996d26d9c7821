import { vmExtensionDeclared as rule } from "../../../policypack/rules/azure-vm-settings/vm-extension-declared";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { extension, linuxMachine, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const brokenBy = (type: string) =>
  broken({
    property: "type",
    found: `"${type}"`,
    mustBe: "left to Azure Update Manager, which installs this extension when it first needs it",
    fix: "remove the resource",
  });

describe("vm-extension-declared", () => {
  it("is met by other extensions, also of the same publisher", () => {
    expectVerdicts(rule, [extension("Microsoft.Azure.Monitor", "AzureMonitorLinuxAgent")], { extension: met });
    expectVerdicts(rule, [extension("Microsoft.CPlat.Core", "RunCommandLinux")], { extension: met });
    expectVerdicts(rule, [extension("Contoso", "LinuxPatchExtension")], { extension: met });
  });

  for (const type of ["LinuxPatchExtension", "WindowsPatchExtension"]) {
    it(`is broken by ${type}`, () => {
      expectVerdicts(rule, [extension("Microsoft.CPlat.Core", type)], { extension: brokenBy(type) });
    });
  }

  it("is broken in any letter case", () => {
    expectVerdicts(rule, [extension("microsoft.cplat.core", "linuxpatchextension")], {
      extension: brokenBy("linuxpatchextension"),
    });
  });

  it("is not known while the type is not", () => {
    expectVerdicts(rule, [extension("Microsoft.CPlat.Core", unknown)], {
      extension: notKnown({ property: "type", because: "is known only after deployment" }),
    });
  });

  it("says nothing of a stack without extensions", () => {
    expectVerdicts(rule, [linuxMachine()], {});
  });
});
