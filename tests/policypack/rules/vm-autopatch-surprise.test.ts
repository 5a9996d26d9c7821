import { vmAutopatchSurprise as rule } from "../../../policypack/rules/azure-vm-settings/vm-autopatch-surprise";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, linuxMachine, linuxProfile, schedule, unknown, windowsMachine, windowsProfile } from "../fixture";
import { group, policy } from "../governance";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown, expectUnpatchableLeftAlone } from "./expect-changes";

const name = "bypassPlatformSafetyChecksOnUserSchedule";
const settingsOn = (block: string) => `osProfile.${block}.patchSettings.automaticByPlatformSettings`;

function brokenOn(block: string) {
  const property = `${settingsOn(block)}.${name}`;
  return broken({
    property,
    found: "not set",
    mustBe: "true, or false where the platform may patch the VM on its own",
    fix: `${property}: true, with a schedule`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

const byPlatform = (settings?: unknown, patchMode: string = "AutomaticByPlatform") =>
  linuxMachine({
    osProfile: linuxProfile({
      patchMode,
      ...(settings === undefined ? {} : { automaticByPlatformSettings: settings }),
    }),
  });

describe("vm-autopatch-surprise", () => {
  it("is met by a machine that says that the platform is to patch it", () => {
    expectVerdicts(rule, [byPlatform({ [name]: false })], { web: met });
  });

  it("is broken by a machine that leaves it unsaid", () => {
    expectVerdicts(rule, [byPlatform()], { web: brokenOn("linuxConfiguration") });
    expectVerdicts(rule, [byPlatform({ rebootSetting: "Never" })], { web: brokenOn("linuxConfiguration") });
    const files = windowsMachine({ osProfile: windowsProfile({ patchMode: "AutomaticByPlatform" }) });
    expectVerdicts(rule, [files], { files: brokenOn("windowsConfiguration") });
  });

  it("is not known where a policy may have the machine wait for schedules", () => {
    const assignment = policy("setSchedulePrerequisites");
    const because = "is set by setSchedulePrerequisites after deployment";
    expectVerdicts(rule, [group, byPlatform(), assignment], {
      web: notKnown({ property: `${settingsOn("linuxConfiguration")}.${name}`, because }),
    });
    expectVerdicts(rule, [group, byPlatform({ [name]: false }), assignment], { web: met });
  });

  it("is broken whatever the letter case of the patch mode", () => {
    expectVerdicts(rule, [byPlatform(undefined, "automaticByPlatform")], { web: brokenOn("linuxConfiguration") });
  });

  it("is broken beside a schedule that reaches another machine only", () => {
    const other = linuxMachine({}, "other");
    expectVerdicts(rule, [byPlatform(), other, schedule(), assignment("other")], {
      web: brokenOn("linuxConfiguration"),
      other: notApplicable("the machine leaves updates to schedules alone"),
    });
  });

  it("is not known while the setting is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [byPlatform({ [name]: unknown })], {
      web: notKnown({ property: `${settingsOn("linuxConfiguration")}.${name}`, because }),
    });
  });

  it("is not known while it is not known whether a schedule reaches the machine", () => {
    expectVerdicts(rule, [byPlatform(), schedule(), { ...assignment("web"), from: {} }], {
      web: notKnown({ property: "resourceName", because: "is known only after deployment" }),
    });
  });

  it("does not apply to a machine with a schedule, whatever its settings say or are known to say", () => {
    const verdict = notApplicable("a schedule of this stack reaches the machine");
    expectVerdicts(rule, [byPlatform(), schedule(), assignment("web")], { web: verdict });
    expectVerdicts(rule, [byPlatform({ [name]: unknown }), schedule(), assignment("web")], { web: verdict });
  });

  it("does not apply to a machine that leaves updates to schedules alone", () => {
    const verdict = notApplicable("the machine leaves updates to schedules alone");
    expectVerdicts(rule, [byPlatform({ [name]: true })], { web: verdict });
  });

  it("does not apply to a machine in another patch mode", () => {
    const verdict = notApplicable("the platform does not patch the machine");
    expectVerdicts(rule, [byPlatform({}, "ImageDefault")], { web: verdict });
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile() })], { web: verdict });
  });
});

describe("vm-autopatch-surprise as a remediation", () => {
  const name = "bypassPlatformSafetyChecksOnUserSchedule";
  const path = `osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.${name}`;
  const patched = (automaticByPlatformSettings?: unknown) =>
    linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform", automaticByPlatformSettings }) });

  it("has a machine wait for schedules that does not say whether it does", () => {
    expectChanges(rule, patched(), { path, value: true });
    expectChanges(rule, patched({ rebootSetting: "Never" }), { path, value: true });
  });

  it("leaves alone what says so, what the platform does not patch, and other resources", () => {
    expectChanges(rule, patched({ [name]: false }));
    expectChanges(rule, patched({ [name]: true }));
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ patchMode: "ImageDefault" }) }));
    expectChanges(rule, windowsMachine({ osProfile: windowsProfile() }));
    expectChanges(rule, schedule());
  });

  it("leaves machines alone that no schedule could patch", () => {
    expectUnpatchableLeftAlone(rule, { patchMode: "AutomaticByPlatform" });
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, patched({ [name]: unknown }), path);
  });
});
