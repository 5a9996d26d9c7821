import { vmRebootSettingOverride as rule } from "../../../policypack/rules/azure-vm-settings/vm-reboot-setting-override";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, linuxMachine, linuxProfile, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const property = "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.rebootSetting";
const machineWith = (rebootSetting: string) =>
  linuxMachine({
    osProfile: linuxProfile({
      patchMode: "AutomaticByPlatform",
      automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true, rebootSetting },
    }),
  });
const scheduleWith = (installPatches: object, name?: string) => schedule({ installPatches }, name);

function overruling(own: string, schedules: string, name = "weekly") {
  return broken({
    property,
    found: `"${own}"`,
    mustBe: `left out for "${schedules}" of schedule ${name} to hold`,
    fix: `leave out ${property}, or set installPatches.rebootSetting of ${name} to "${own}"`,
    componentFix: "leave out patchSettings.rebootSetting",
  });
}

describe("vm-reboot-setting-override", () => {
  it("is met where machine and schedule agree", () => {
    const declared = [machineWith("Never"), scheduleWith({ rebootSetting: "Never" }), assignment("web")];
    expectVerdicts(rule, declared, { web: met });
  });

  it("is met where they agree in another letter case, or in what the service answers with", () => {
    const never = [machineWith("never"), scheduleWith({ rebootSetting: "Never" }), assignment("web")];
    expectVerdicts(rule, never, { web: met });
    const always = [machineWith("Always"), scheduleWith({ rebootSetting: "AlwaysReboot" }), assignment("web")];
    expectVerdicts(rule, always, { web: met });
  });

  it("is met by IfRequired where the schedule does not say, since that is its default", () => {
    expectVerdicts(rule, [machineWith("IfRequired"), scheduleWith({}), assignment("web")], { web: met });
  });

  it("is broken where the machine overrules its schedule", () => {
    expectVerdicts(rule, [machineWith("Never"), schedule(), assignment("web")], {
      web: overruling("Never", "IfRequired"),
    });
  });

  it("is broken where the machine overrules the default of its schedule", () => {
    expectVerdicts(rule, [machineWith("Always"), scheduleWith({}), assignment("web")], {
      web: overruling("Always", "IfRequired"),
    });
  });

  it("is broken where the machine overrules one of two schedules, whatever is unknown of the other", () => {
    const declared = [
      machineWith("Never"),
      scheduleWith({ rebootSetting: unknown }, "first"),
      assignment("web", "first"),
      scheduleWith({ rebootSetting: "Always" }, "second"),
      assignment("web", "second"),
    ];
    expectVerdicts(rule, declared, { web: overruling("Never", "Always", "second") });
  });

  it("is not known while the schedule's setting is not", () => {
    const declared = [machineWith("Never"), scheduleWith({ rebootSetting: unknown }), assignment("web")];
    expectVerdicts(rule, declared, {
      web: notKnown({ property: "installPatches.rebootSetting", because: "of weekly is known only after deployment" }),
    });
  });

  it("is not known where the schedule is not part of the stack", () => {
    const elsewhere =
      "/subscriptions/0000/resourceGroups/ops/providers/Microsoft.Maintenance/maintenanceConfigurations/nightly";
    const declared = { ...assignment("web", "weekly", { maintenanceConfigurationId: elsewhere }) };
    expectVerdicts(rule, [machineWith("Never"), { ...declared, from: { resourceName: ["web"] } }], {
      web: notKnown({
        property: "maintenanceConfigurationId",
        because: "of weekly-web names a schedule outside this stack",
      }),
    });
  });

  it("does not apply to a machine without a setting of its own", () => {
    const verdict = notApplicable("the machine leaves restarts to its schedules");
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { web: verdict });
    expectVerdicts(rule, [machineWith("Unknown"), schedule(), assignment("web")], { web: verdict });
  });

  it("does not apply to a machine without a schedule", () => {
    expectVerdicts(rule, [machineWith("Never"), schedule()], {
      web: notApplicable("no schedule of this stack reaches the machine"),
    });
  });
});

describe("vm-reboot-setting-override as a remediation", () => {
  it("takes the setting from a machine that waits for schedules", () => {
    expectChanges(rule, machineWith("Always"), { path: property, value: undefined });
    expectChanges(rule, machineWith("IfRequired"), { path: property, value: undefined });
  });

  it("leaves alone a machine that is never to restart, or says nothing", () => {
    expectChanges(rule, machineWith("Never"));
    expectChanges(rule, machineWith("never"));
    expectChanges(rule, machineWith("Unknown"));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone a machine that does not wait for schedules, and other resources", () => {
    const automaticByPlatformSettings = { rebootSetting: "Always" };
    const osProfile = linuxProfile({ patchMode: "AutomaticByPlatform", automaticByPlatformSettings });
    expectChanges(rule, linuxMachine({ osProfile }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, machineWith(unknown), property);
  });
});
