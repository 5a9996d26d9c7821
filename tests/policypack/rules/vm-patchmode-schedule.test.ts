import { vmPatchmodeSchedule as rule } from "../../../policypack/rules/azure-vm-settings/vm-patchmode-schedule";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  dynamicScope,
  linuxMachine,
  linuxProfile,
  schedule,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { expectVerdicts } from "./expect";

describe("vm-patchmode-schedule", () => {
  it("is met by a scheduled machine with patchMode AutomaticByPlatform", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { web: met });
  });

  it("is broken by a scheduled machine with another patch mode", () => {
    const machine = windowsMachine({ osProfile: windowsProfile({ patchMode: "Manual" }) });
    expectVerdicts(rule, [machine, schedule(), assignment("files")], {
      files: broken({
        property: "osProfile.windowsConfiguration.patchSettings.patchMode",
        found: '"Manual"',
        mustBe: '"AutomaticByPlatform" for its schedule to run',
        fix: 'osProfile.windowsConfiguration.patchSettings.patchMode: "AutomaticByPlatform"',
        componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
      }),
    });
  });

  it("is broken by a scheduled machine without patch settings", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile() }), schedule(), assignment("web")], {
      web: broken({
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        found: "not set",
        mustBe: '"AutomaticByPlatform" for its schedule to run',
        fix: 'osProfile.linuxConfiguration.patchSettings.patchMode: "AutomaticByPlatform"',
        componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
      }),
    });
  });

  it("is broken by a machine that a dynamic scope selects, and by no other", () => {
    const tagged = linuxMachine({ osProfile: linuxProfile(), tags: { ring: "a" } });
    const scope = dynamicScope({ tagSettings: { tags: { ring: ["a"] } } });
    expectVerdicts(rule, [tagged, linuxMachine({ osProfile: linuxProfile() }, "till"), schedule(), scope], {
      web: broken({
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        found: "not set",
        mustBe: '"AutomaticByPlatform" for its schedule to run',
        fix: 'osProfile.linuxConfiguration.patchSettings.patchMode: "AutomaticByPlatform"',
        componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
      }),
      till: notApplicable("no schedule of this stack reaches the machine"),
    });
  });

  it("is not known while the patch mode is not", () => {
    const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: unknown }) });
    expectVerdicts(rule, [machine, schedule(), assignment("web")], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.patchMode",
        because: "is known only after deployment",
      }),
    });
  });

  it("is met whether or not a schedule reaches the machine", () => {
    const unlinked = { ...assignment("web"), from: {} };
    expectVerdicts(rule, [linuxMachine(), schedule(), unlinked], { web: met });
  });

  it("does not apply to a machine without a schedule, known patch mode or not", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile({ patchMode: unknown }) })], {
      web: notApplicable("no schedule of this stack reaches the machine"),
    });
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile() }), schedule()], {
      web: notApplicable("no schedule of this stack reaches the machine"),
    });
  });
});
