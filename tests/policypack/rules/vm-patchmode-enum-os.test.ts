import { vmPatchmodeEnumOs as rule } from "../../../policypack/rules/azure-vm-settings/vm-patchmode-enum-os";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, storageProfile, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const linuxIn = (patchMode: string) => linuxMachine({ osProfile: linuxProfile({ patchMode }) });
const windowsIn = (patchMode: string) => windowsMachine({ osProfile: windowsProfile({ patchMode }) });

function brokenOn(block: string, found: string, mustBe: string) {
  const property = `osProfile.${block}.patchSettings.patchMode`;
  return broken({
    property,
    found,
    mustBe,
    fix: `${property}: "AutomaticByPlatform"`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

describe("vm-patchmode-enum-os", () => {
  for (const patchMode of ["ImageDefault", "AutomaticByPlatform", "imageDefault"]) {
    it(`is met by ${patchMode} on Linux`, () => {
      expectVerdicts(rule, [linuxIn(patchMode)], { web: met });
    });
  }

  for (const patchMode of ["Manual", "AutomaticByOS", "AutomaticByPlatform", "automaticByOs"]) {
    it(`is met by ${patchMode} on Windows`, () => {
      expectVerdicts(rule, [windowsIn(patchMode)], { files: met });
    });
  }

  for (const patchMode of ["Manual", "AutomaticByOS", "CustomerManagedSchedules"]) {
    it(`is broken by ${patchMode} on Linux`, () => {
      expectVerdicts(rule, [linuxIn(patchMode)], {
        web: brokenOn("linuxConfiguration", `"${patchMode}"`, '"ImageDefault" or "AutomaticByPlatform" on Linux'),
      });
    });
  }

  for (const patchMode of ["ImageDefault", "Automatic"]) {
    it(`is broken by ${patchMode} on Windows`, () => {
      expectVerdicts(rule, [windowsIn(patchMode)], {
        files: brokenOn(
          "windowsConfiguration",
          `"${patchMode}"`,
          '"AutomaticByOS" or "Manual" or "AutomaticByPlatform" on Windows',
        ),
      });
    });
  }

  it("is met where none is given, since Azure sets one of the system", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile() })], { web: met });
    expectVerdicts(rule, [windowsMachine({ osProfile: windowsProfile() })], { files: met });
  });

  it("takes the system of a custom image from the configuration block", () => {
    const custom = storageProfile({ id: unknown });
    const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: "Manual" }), storageProfile: custom });
    expectVerdicts(rule, [machine], {
      web: brokenOn("linuxConfiguration", '"Manual"', '"ImageDefault" or "AutomaticByPlatform" on Linux'),
    });
  });

  it("leaves a patch mode in the block of the other system to vm-patchsettings-wrong-os", () => {
    expectVerdicts(rule, [windowsMachine({ osProfile: linuxProfile({ patchMode: "ImageDefault" }) })], { files: met });
  });

  it("is not known while the patch mode is not", () => {
    expectVerdicts(rule, [linuxIn(unknown)], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        because: "is known only after deployment",
      }),
    });
  });
});
