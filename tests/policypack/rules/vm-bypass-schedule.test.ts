import { vmBypassSchedule as rule } from "../../../policypack/rules/azure-vm-settings/vm-bypass-schedule";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  dynamicScope,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown, expectUnpatchableLeftAlone } from "./expect-changes";
import { expectSetByPolicy } from "./expect-set-by-policy";

const name = "bypassPlatformSafetyChecksOnUserSchedule";

function brokenOn(block: string, found: string) {
  const property = `osProfile.${block}.patchSettings.automaticByPlatformSettings.${name}`;
  return broken({
    property,
    found,
    mustBe: "true for its schedule to run",
    fix: `${property}: true`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
}

const linuxWith = (automaticByPlatformSettings: unknown) =>
  linuxMachine({ osProfile: linuxProfile({ ...scheduledPatchSettings, automaticByPlatformSettings }) });

describe("vm-bypass-schedule", () => {
  it("is met by a scheduled machine that leaves updates to its schedule", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { web: met });
    expectVerdicts(rule, [windowsMachine(), schedule(), assignment("files")], { files: met });
  });

  it("is broken by a scheduled machine without the setting", () => {
    const machine = windowsMachine({ osProfile: windowsProfile({ patchMode: "AutomaticByPlatform" }) });
    expectVerdicts(rule, [machine, schedule(), assignment("files")], {
      files: brokenOn("windowsConfiguration", "not set"),
    });
    expectVerdicts(rule, [linuxWith({ rebootSetting: "Never" }), schedule(), assignment("web")], {
      web: brokenOn("linuxConfiguration", "not set"),
    });
  });

  it("is not known where a policy may set the bypass", () => {
    const path = `automaticByPlatformSettings.${name}`;
    expectSetByPolicy(rule, { patchMode: "AutomaticByPlatform" }, path, schedule(), assignment("web"));
  });

  it("is broken by a scheduled machine with the setting false", () => {
    expectVerdicts(rule, [linuxWith({ [name]: false }), schedule(), assignment("web")], {
      web: brokenOn("linuxConfiguration", "false"),
    });
  });

  it("is broken on a machine that a dynamic scope selects", () => {
    expectVerdicts(rule, [linuxWith({}), schedule(), dynamicScope({ osTypes: ["Linux"] })], {
      web: brokenOn("linuxConfiguration", "not set"),
    });
  });

  it("is broken whatever the patch mode, so that both changes show at once", () => {
    expectVerdicts(rule, [linuxMachine({ osProfile: linuxProfile() }), schedule(), assignment("web")], {
      web: brokenOn("linuxConfiguration", "not set"),
    });
  });

  it("is not known while the setting is not", () => {
    const because = "is known only after deployment";
    const path = "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings";
    expectVerdicts(rule, [linuxWith({ [name]: unknown }), schedule(), assignment("web")], {
      web: notKnown({ property: `${path}.${name}`, because }),
    });
    expectVerdicts(rule, [linuxWith(unknown), schedule(), assignment("web")], {
      web: notKnown({ property: path, because }),
    });
  });

  it("is not known while it is not known whether a schedule reaches the machine", () => {
    const elsewhere = { ...assignment("web"), from: {} };
    const known = notKnown({ property: "resourceName", because: "is known only after deployment" });
    expectVerdicts(rule, [linuxWith({}), schedule(), elsewhere], { web: known });
  });

  it("is met by the setting itself, even while it is not known whether a schedule reaches the machine", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), { ...assignment("web"), from: {} }], { web: met });
  });

  it("does not apply to a machine without a schedule, even while its settings are not known", () => {
    const verdict = notApplicable("no schedule of this stack reaches the machine");
    expectVerdicts(rule, [linuxWith({}), schedule()], { web: verdict });
    expectVerdicts(rule, [linuxMachine({ osProfile: unknown }), schedule()], { web: verdict });
  });
});

describe("vm-bypass-schedule as a remediation", () => {
  const path = `osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.${name}`;

  it("sets the bypass, whether it is not given or false", () => {
    expectChanges(rule, linuxWith(undefined), { path, value: true });
    expectChanges(rule, linuxWith({ [name]: false, rebootSetting: "Never" }), { path, value: true });
  });

  it("leaves alone what waits for schedules, what is in another patch mode, and other resources", () => {
    expectChanges(rule, linuxMachine());
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile({ patchMode: "ImageDefault" }) }));
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile() }));
    expectChanges(rule, schedule());
  });

  it("leaves machines alone that no schedule could patch", () => {
    expectUnpatchableLeftAlone(rule, { patchMode: "AutomaticByPlatform" });
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, linuxWith({ [name]: unknown }), path);
    const osProfile = linuxProfile({ patchMode: unknown });
    expectLeftUnknown(rule, linuxMachine({ osProfile }), "osProfile.linuxConfiguration.patchSettings.patchMode");
  });
});
