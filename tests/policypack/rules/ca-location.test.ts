import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { caLocation as rule } from "../../../policypack/rules/schedules/ca-location";
import { assignment, type Declared, dynamicScope, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function stack(location: unknown, own: object = {}, from: readonly string[] = []): readonly Declared[] {
  const assigned = assignment("web", "weekly", location === undefined ? {} : { location });
  return [linuxMachine(own), schedule(), { ...assigned, from: { ...assigned.from, location: from } }];
}

describe("ca-location", () => {
  it("is met by the location of the VM", () => {
    expectVerdicts(rule, stack("westeurope"), { "weekly-web": met });
  });

  it("is met by the same region in other words", () => {
    expectVerdicts(rule, stack("West Europe"), { "weekly-web": met });
    expectVerdicts(rule, stack("WestEurope", { location: "(Europe) West Europe" }), { "weekly-web": met });
  });

  it("is met by what is computed from the VM, or from what the VM's is computed from", () => {
    expectVerdicts(rule, stack(unknown, { location: unknown }, ["web"]), { "weekly-web": met });
    const group: Declared = { name: "group", type: "azure-native:resources:ResourceGroup", inputs: { location: "x" } };
    const [machine, ...others] = stack(unknown, { location: unknown }, ["group"]);
    const inGroup = { ...(machine as Declared), from: { location: ["group"] } };
    expectVerdicts(rule, [group, inGroup, ...others], { "weekly-web": met });
  });

  it("is broken by another region", () => {
    expectVerdicts(rule, stack("northeurope"), {
      "weekly-web": broken({
        property: "location",
        found: '"northeurope"',
        mustBe: '"westeurope", where web is',
        fix: 'location: "westeurope"',
        component: "MaintenanceSchedule",
        componentFix: 'virtualMachines: { ...: { location: "westeurope" } }',
      }),
    });
  });

  it("is not known while a location or the machine is not", () => {
    const location = { property: "location", because: "is known only after deployment" };
    expectVerdicts(rule, stack(unknown), { "weekly-web": notKnown(location) });
    expectVerdicts(rule, stack("westeurope", { location: unknown }), {
      "weekly-web": notKnown({ ...location, because: "of web is known only after deployment" }),
    });
    const anyMachine = { ...assignment("web", "weekly", { location: "northeurope" }), from: {} };
    expectVerdicts(rule, [linuxMachine(), anyMachine], {
      "weekly-web": notKnown({ property: "resourceName", because: "is known only after deployment" }),
    });
  });

  it("does not apply without a location", () => {
    expectVerdicts(rule, stack(undefined), { "weekly-web": notApplicable("the assignment names no location") });
    expectVerdicts(rule, stack("westeurope", { location: undefined }), {
      "weekly-web": notApplicable("the VM names no location"),
    });
  });

  it("does not apply to the machines of other stacks, or to dynamic scopes", () => {
    const change = { location: "northeurope", resourceName: "files", resourceGroupName: "fleet" };
    expectVerdicts(rule, [linuxMachine(), { ...assignment("files", "weekly", change), from: {} }], {
      "weekly-files": notApplicable("the machine is not part of this stack"),
    });
    expectVerdicts(rule, [dynamicScope()], { scope: notApplicable("a dynamic scope is in no region") });
  });
});
