import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcClassWindows as rule } from "../../../policypack/rules/schedules/mc-class-windows";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const list = "installPatches.windowsParameters.classificationsToInclude";
const selecting = (...classificationsToInclude: string[]) =>
  schedule({ installPatches: { windowsParameters: { classificationsToInclude } } });

const noClassification = (found: string, index: number, fix: string, right: string) =>
  broken({
    property: `${list}[${index}]`,
    found: `"${found}"`,
    mustBe:
      'one of "Critical", "Security", "UpdateRollup", "FeaturePack", "ServicePack", "Definition", "Tools", "Updates"',
    fix: `${list}[${index}]: ${fix}`,
    component: "MaintenanceSchedule",
    componentFix: `windowsUpdates: { classificationsToInclude: ["${right}"] }`,
  });

describe("mc-class-windows", () => {
  it("is met by the classifications of Windows, whatever the letter case", () => {
    expectVerdicts(rule, [selecting("Critical", "UpdateRollup", "Updates")], { weekly: met });
    expectVerdicts(rule, [selecting("security", "UpdateRollUp")], { weekly: met });
  });

  it("is broken by the misspelling Update, and says what is meant", () => {
    expectVerdicts(rule, [selecting("Critical", "Update")], {
      weekly: noClassification("Update", 1, '"Updates"', "Updates"),
    });
  });

  it("is broken by a classification that Windows does not have, whatever is unknown beside it", () => {
    expectVerdicts(rule, [selecting(unknown, "Other")], {
      weekly: noClassification("Other", 1, "one of these", "Security"),
    });
  });

  it("is not known while a classification is not", () => {
    expectVerdicts(rule, [selecting("Critical", unknown)], { weekly: knownLater(`${list}[1]`) });
  });

  it("does not apply without classifications, nor to configurations for hosts", () => {
    const because = "the schedule selects no updates of Windows by classification";
    expectVerdicts(rule, [schedule()], { weekly: notApplicable(because) });
    expectVerdicts(rule, [selecting()], { weekly: notApplicable(because) });
    expectHostsLeftAlone(rule, { installPatches: { windowsParameters: { classificationsToInclude: ["Other"] } } });
  });
});

describe("mc-class-windows as a remediation", () => {
  const path = "installPatches.windowsParameters.classificationsToInclude";

  it("corrects a misspelling in its place", () => {
    expectChanges(rule, selecting("Critical", "Update"), { path: `${path}[1]`, value: "Updates" });
  });

  it("leaves alone what is right, of which it is not known what is meant, and other configurations and resources", () => {
    expectChanges(rule, selecting("Critical", "security", "Updates"));
    expectChanges(rule, selecting("Other", "Everything"));
    expectChanges(rule, schedule());
    const installPatches = { windowsParameters: { classificationsToInclude: ["Update"] } };
    expectChanges(rule, schedule({ maintenanceScope: "Host", installPatches }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, selecting("Critical", unknown), `${path}[1]`);
  });
});
