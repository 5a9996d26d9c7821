import { broken, met } from "../../../policypack/rules/rule";
import { mcRebootEnum as rule } from "../../../policypack/rules/schedules/mc-reboot-enum";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const restarting = (rebootSetting?: string) => schedule({ installPatches: { rebootSetting } });

describe("mc-reboot-enum", () => {
  it("is met by the values of schedules, and by none", () => {
    for (const value of ["IfRequired", "Never", "Always", "ifrequired", undefined]) {
      expectVerdicts(rule, [restarting(value)], { weekly: met });
    }
    expectVerdicts(rule, [schedule({ installPatches: undefined })], { weekly: met });
  });

  for (const [value, right] of [
    ["NeverReboot", "Never"],
    ["AlwaysReboot", "Always"],
    ["RebootIfRequired", "IfRequired"],
    ["Sometimes", "IfRequired"],
  ]) {
    it(`is broken by ${value}`, () => {
      expectVerdicts(rule, [restarting(value)], {
        weekly: broken({
          property: "installPatches.rebootSetting",
          found: `"${value}"`,
          mustBe: 'one of "IfRequired", "Never", "Always"',
          fix: `installPatches.rebootSetting: "${right}"`,
          component: "MaintenanceSchedule",
          componentFix: `rebootSetting: "${right}"`,
        }),
      });
    });
  }

  it("takes AlwaysReboot for Always where only the service's answer is to be seen", () => {
    const { inputs, ...deployed } = restarting("AlwaysReboot");
    expectVerdicts(rule, [{ ...deployed, outputs: inputs ?? {} }], { weekly: met });
  });

  it("is not known while the setting is not", () => {
    expectVerdicts(rule, [restarting(unknown)], { weekly: knownLater("installPatches.rebootSetting") });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { installPatches: { rebootSetting: "NeverReboot" } });
  });
});

describe("mc-reboot-enum as a remediation", () => {
  const path = "installPatches.rebootSetting";

  it("sets the word that is meant", () => {
    expectChanges(rule, restarting("NeverReboot"), { path, value: "Never" });
    expectChanges(rule, restarting("AlwaysReboot"), { path, value: "Always" });
    expectChanges(rule, restarting("RebootIfRequired"), { path, value: "IfRequired" });
  });

  it("leaves alone a word of which it is not known what is meant", () => {
    expectChanges(rule, restarting("DoNotRestart"));
  });

  it("leaves alone what is right, and other configurations and resources", () => {
    for (const value of ["IfRequired", "never", undefined]) expectChanges(rule, restarting(value));
    expectChanges(rule, schedule({ maintenanceScope: "Host", installPatches: { rebootSetting: "NeverReboot" } }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, restarting(unknown), path);
  });
});
