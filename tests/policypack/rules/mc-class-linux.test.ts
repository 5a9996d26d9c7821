import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcClassLinux as rule } from "../../../policypack/rules/schedules/mc-class-linux";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const list = "installPatches.linuxParameters.classificationsToInclude";
const selecting = (...classificationsToInclude: string[]) =>
  schedule({ installPatches: { linuxParameters: { classificationsToInclude } } });

const noClassification = (found: string, index: number, fix: string, right: string) =>
  broken({
    property: `${list}[${index}]`,
    found: `"${found}"`,
    mustBe: 'one of "Critical", "Security", "Other"',
    fix: `${list}[${index}]: ${fix}`,
    component: "MaintenanceSchedule",
    componentFix: `linuxUpdates: { classificationsToInclude: ["${right}"] }`,
  });

describe("mc-class-linux", () => {
  it("is met by the classifications of Linux, whatever the letter case", () => {
    expectVerdicts(rule, [selecting("Critical", "Security", "Other")], { weekly: met });
    expectVerdicts(rule, [selecting("security")], { weekly: met });
  });

  it("is broken by the misspelling Others, and says what is meant", () => {
    expectVerdicts(rule, [selecting("Critical", "Others")], {
      weekly: noClassification("Others", 1, '"Other"', "Other"),
    });
  });

  it("is broken by a classification that Linux does not have, whatever is unknown beside it", () => {
    expectVerdicts(rule, [selecting(unknown, "Definition")], {
      weekly: noClassification("Definition", 1, "one of these", "Security"),
    });
  });

  it("is not known while a classification is not", () => {
    expectVerdicts(rule, [selecting("Critical", unknown)], { weekly: knownLater(`${list}[1]`) });
  });

  it("does not apply without classifications, nor to configurations for hosts", () => {
    const because = "the schedule selects no updates of Linux by classification";
    expectVerdicts(rule, [schedule()], { weekly: notApplicable(because) });
    expectVerdicts(rule, [selecting()], { weekly: notApplicable(because) });
    expectHostsLeftAlone(rule, { installPatches: { linuxParameters: { classificationsToInclude: ["Definition"] } } });
  });
});

describe("mc-class-linux as a remediation", () => {
  const path = "installPatches.linuxParameters.classificationsToInclude";

  it("corrects a misspelling in its place", () => {
    expectChanges(rule, selecting("Critical", "Others"), { path: `${path}[1]`, value: "Other" });
  });

  it("leaves alone what is right, of which it is not known what is meant, and other configurations and resources", () => {
    expectChanges(rule, selecting("Critical", "security", "Other"));
    expectChanges(rule, selecting("Updates", "Everything"));
    expectChanges(rule, schedule());
    const installPatches = { linuxParameters: { classificationsToInclude: ["Others"] } };
    expectChanges(rule, schedule({ maintenanceScope: "Host", installPatches }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, selecting("Critical", unknown), `${path}[1]`);
  });
});
