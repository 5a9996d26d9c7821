import { paOstypePair as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-ostype-pair";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { group, policy } from "../governance";
import { expectVerdicts } from "./expect";

const key = "configurePeriodicAssessment";
const of = (value: string) => policy(key, { parameters: { osType: { value } } }, "other");
const windowsOnly = broken({
  property: "parameters.osType.value",
  found: 'not set, which means "Windows", and no other assignment is for Linux',
  mustBe: "given in one assignment for each system",
  fix: 'parameters: { osType: { value: "Windows" } } here, and a second assignment with "Linux"',
  component: "PeriodicAssessment",
  componentFix: "its default, which assigns both",
});

describe("pa-ostype-pair", () => {
  it("is met by an assignment for each system", () => {
    expectVerdicts(rule, [group, policy(key), of("linux")], { [key]: met, other: met });
  });

  it("is met by an assignment for one system that is named", () => {
    expectVerdicts(rule, [group, of("Windows")], { other: met });
  });

  it("is broken by an assignment without osType alone, or beside others that are not for Linux", () => {
    expectVerdicts(rule, [group, policy(key)], { [key]: windowsOnly });
    expectVerdicts(rule, [group, policy(key), of("Windows")], { [key]: windowsOnly, other: met });
    const arc = policy("configureArcPeriodicAssessment", { parameters: { osType: { value: "Linux" } } }, "other");
    expectVerdicts(rule, [group, policy(key), arc], { [key]: windowsOnly, other: met });
  });

  it("is broken where the one for Linux is at another scope", () => {
    const elsewhere = { ...group, name: "elsewhere", inputs: { resourceGroupName: "data" } };
    const linux = { ...of("Linux"), from: { scope: ["elsewhere"] } };
    expectVerdicts(rule, [group, elsewhere, policy(key), linux], { [key]: windowsOnly, other: met });
  });

  it("is not known while the osType of another assignment is not", () => {
    expectVerdicts(rule, [group, policy(key), of(unknown)], {
      [key]: notKnown({ property: "parameters.osType.value", because: "is known only after deployment" }),
      other: met,
    });
  });

  it("does not apply to policies on schedules", () => {
    expectVerdicts(rule, [group, policy("setSchedulePrerequisites")], {
      setSchedulePrerequisites: notApplicable(
        'it assigns "Set prerequisite for Scheduling recurring updates on Azure virtual machines.", which this rule does not concern',
      ),
    });
  });
});
