import { broken, met } from "../../../policypack/rules/rule";
import { mcVisibility as rule } from "../../../policypack/rules/schedules/mc-visibility";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

describe("mc-visibility", () => {
  it("is met by Custom and without a visibility", () => {
    expectVerdicts(rule, [schedule({ visibility: "Custom" })], { weekly: met });
    expectVerdicts(rule, [schedule({ visibility: "custom" })], { weekly: met });
    expectVerdicts(rule, [schedule()], { weekly: met });
  });

  it("is broken by Public", () => {
    expectVerdicts(rule, [schedule({ visibility: "Public" })], {
      weekly: broken({
        property: "visibility",
        found: '"Public"',
        mustBe: '"Custom", which is also Azure\'s default',
        fix: 'visibility: "Custom"',
      }),
    });
  });

  it("is not known while the visibility is not", () => {
    expectVerdicts(rule, [schedule({ visibility: unknown })], { weekly: knownLater("visibility") });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { visibility: "Public" });
  });
});

describe("mc-visibility as a remediation", () => {
  it("sets the visibility", () => {
    expectChanges(rule, schedule({ visibility: "Public" }), { path: "visibility", value: "Custom" });
  });

  it("leaves alone what has it, and other configurations and resources", () => {
    expectChanges(rule, schedule());
    expectChanges(rule, schedule({ visibility: "custom" }));
    expectChanges(rule, schedule({ maintenanceScope: "Host", visibility: "Public" }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, schedule({ visibility: unknown }), "visibility");
  });
});
