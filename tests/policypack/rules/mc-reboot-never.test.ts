import { broken, met } from "../../../policypack/rules/rule";
import { mcRebootNever as rule } from "../../../policypack/rules/schedules/mc-reboot-never";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

const never = (parameters: object = {}) => schedule({ installPatches: { rebootSetting: "Never", ...parameters } });
const withoutRestarts = { classificationsToInclude: ["Security"], excludeKbsRequiringReboot: true };

const neverRestarts = broken({
  property: "installPatches.rebootSetting",
  found: '"Never"',
  mustBe: '"IfRequired", unless the schedule is for Windows alone and has windowsParameters.excludeKbsRequiringReboot',
  fix: 'installPatches.rebootSetting: "IfRequired"',
  component: "MaintenanceSchedule",
  componentFix: 'rebootSetting: "IfRequired"',
});

describe("mc-reboot-never", () => {
  it("is met by schedules that restart machines, which is Azure's default", () => {
    expectVerdicts(rule, [schedule()], { weekly: met });
    expectVerdicts(rule, [schedule({ installPatches: { rebootSetting: "Always" } })], { weekly: met });
    expectVerdicts(rule, [schedule({ installPatches: undefined })], { weekly: met });
  });

  it("leaves other spellings to mc-reboot-enum", () => {
    expectVerdicts(rule, [schedule({ installPatches: { rebootSetting: "NeverReboot" } })], { weekly: met });
  });

  it("is broken by Never", () => {
    expectVerdicts(rule, [never()], { weekly: neverRestarts });
  });

  it("is met by Never where only updates of Windows are installed that need no restart", () => {
    expectVerdicts(rule, [never({ windowsParameters: withoutRestarts })], { weekly: met });
    expectVerdicts(rule, [never({ windowsParameters: withoutRestarts, linuxParameters: {} })], { weekly: met });
  });

  it("is broken by Never where Linux is updated too", () => {
    for (const linuxParameters of [
      { classificationsToInclude: ["Critical"] },
      { packageNameMasksToInclude: ["kernel*"] },
    ]) {
      expectVerdicts(rule, [never({ windowsParameters: withoutRestarts, linuxParameters })], { weekly: neverRestarts });
    }
  });

  it("is not known while the setting is not", () => {
    expectVerdicts(rule, [schedule({ installPatches: { rebootSetting: unknown } })], {
      weekly: knownLater("installPatches.rebootSetting"),
    });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { installPatches: { rebootSetting: "Never" } });
  });
});
