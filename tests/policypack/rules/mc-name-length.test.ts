import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { mcNameLength as rule } from "../../../policypack/rules/schedules/mc-name-length";
import { type Declared, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

const tooLong = (length: number) =>
  broken({
    property: "resourceName",
    found: `"${"c".repeat(length)}" of ${length} characters`,
    mustBe: "below 128 characters together with the name of its resource group",
    fix: "resourceName: a shorter one, or a resource group with a shorter one",
    component: "MaintenanceSchedule",
    componentFix: "maintenanceConfigurationName: a shorter one",
  });

const named = (length: number, resourceGroupName = "fleet") =>
  schedule({ resourceName: "c".repeat(length), resourceGroupName });

/** A resource group of the stack, whose name the engine gives, and which its resources see after deployment. */
const group: Declared = {
  name: "group",
  type: "azure-native:resources:ResourceGroup",
  inputs: { resourceGroupName: "g".repeat(40), location: "westeurope" },
};
const inGroup = (length: number): Declared => ({ ...named(length, unknown), from: { resourceGroupName: ["group"] } });

describe("mc-name-length", () => {
  it("is met and broken on either side of 128 characters", () => {
    expectVerdicts(rule, [named(122)], { weekly: met });
    expectVerdicts(rule, [named(123)], { weekly: tooLong(123) });
  });

  it("takes the name of the stack's own resource group", () => {
    expectVerdicts(rule, [group, inGroup(87)], { weekly: met });
    expectVerdicts(rule, [group, inGroup(88)], { weekly: tooLong(88) });
  });

  it("needs no name of the resource group where it is too long or short enough with any", () => {
    expectVerdicts(rule, [named(37, unknown)], { weekly: met });
    expectVerdicts(rule, [named(128, unknown)], { weekly: tooLong(128) });
  });

  it("is not known in between while the name of the resource group is not", () => {
    expectVerdicts(rule, [named(38, unknown)], { weekly: knownLater("resourceGroupName") });
    expectVerdicts(rule, [schedule({ resourceName: unknown })], { weekly: knownLater("resourceName") });
    expectVerdicts(rule, [schedule({ resourceName: undefined })], {
      weekly: notKnown({ property: "resourceName", because: "is not given" }),
    });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { resourceName: "c".repeat(128) });
  });
});
