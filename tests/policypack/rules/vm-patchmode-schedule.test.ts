import { vmPatchmodeSchedule as rule } from "../../../policypack/rules/azure-vm-settings/vm-patchmode-schedule";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  dynamicScope,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  storageProfile,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown, expectUnpatchableLeftAlone } from "./expect-changes";
import { expectSetByPolicy } from "./expect-set-by-policy";

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

  it("is not known where a policy may set the patch mode", () => {
    expectSetByPolicy(rule, { patchMode: "ImageDefault" }, "patchMode", schedule(), assignment("web"));
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

  it("does not apply to a mode that the system does not have, which vm-patchmode-enum-os flags", () => {
    const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: "Manual" }) });
    expectVerdicts(rule, [machine, schedule(), assignment("web")], {
      web: notApplicable("its operating system has no such patch mode"),
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

describe("vm-patchmode-schedule as a remediation", () => {
  const mode = (block: string) => `osProfile.${block}Configuration.patchSettings.patchMode`;
  const bypass = (block: string) =>
    `osProfile.${block}Configuration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`;

  it("sets the patch mode, and the bypass with it", () => {
    for (const patchMode of ["Manual", "AutomaticByOS", undefined]) {
      expectChanges(
        rule,
        windowsMachine({ osProfile: windowsProfile({ patchMode, assessmentMode: "ImageDefault" }) }),
        { path: mode("windows"), value: "AutomaticByPlatform" },
        { path: bypass("windows"), value: true },
      );
    }
    expectChanges(
      rule,
      linuxMachine({ osProfile: linuxProfile() }),
      { path: mode("linux"), value: "AutomaticByPlatform" },
      { path: bypass("linux"), value: true },
    );
  });

  it("sets the patch mode alone where the machine waits for schedules already", () => {
    const osProfile = linuxProfile({ ...scheduledPatchSettings, patchMode: "ImageDefault" });
    expectChanges(rule, linuxMachine({ osProfile }), { path: mode("linux"), value: "AutomaticByPlatform" });
  });

  it("leaves alone what has the patch mode, a mode of the other system, and other resources", () => {
    expectChanges(rule, linuxMachine());
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ patchMode: "automaticbyplatform" }) }));
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ patchMode: "Manual" }) }));
    expectChanges(rule, schedule());
  });

  it("leaves machines alone that no schedule could patch", () => {
    expectUnpatchableLeftAlone(rule, { patchMode: "ImageDefault" });
  });

  it("leaves alone what is not known", () => {
    const osProfile = linuxProfile({ patchMode: unknown });
    expectLeftUnknown(rule, linuxMachine({ osProfile }), mode("linux"));
    const image = storageProfile({ publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: unknown });
    const unlisted = linuxMachine({ osProfile: linuxProfile(), storageProfile: image });
    expectLeftUnknown(rule, unlisted, "storageProfile.imageReference.sku");
  });
});
