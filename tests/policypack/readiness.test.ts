import assert from "node:assert/strict";
import { Operation } from "../../facts/operations";
import { vmBypassSchedule } from "../../policypack/rules/azure-vm-settings/vm-bypass-schedule";
import { vmHotpatchImage } from "../../policypack/rules/azure-vm-settings/vm-hotpatch-image";
import { wlVmss } from "../../policypack/rules/images-and-workloads/wl-vmss";
import { lockReadonly } from "../../policypack/rules/roles-policies-and-locks/lock-readonly";
import type { Rule } from "../../policypack/rules/rule";
import { caTarget } from "../../policypack/rules/schedules/ca-target";
import { dsLocations } from "../../policypack/rules/schedules/ds-locations";
import { mcDuration } from "../../policypack/rules/schedules/mc-duration";
import { assignment, type Declared, linuxMachine, linuxProfile, schedule, unknown } from "./fixture";
import { runPack } from "./run-pack";

const everything = [Operation.AssessOnDemand, Operation.InstallOnDemand, Operation.Schedule];
const rules: readonly Rule[] = [
  { ...vmBypassSchedule, blocks: [Operation.Schedule] },
  { ...vmHotpatchImage, blocks: [Operation.Hotpatch] },
  { ...mcDuration, blocks: [Operation.Schedule] },
  { ...lockReadonly, blocks: everything },
  dsLocations,
  caTarget,
  wlVmss,
];

const weeklyId =
  "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly";

/** A static assignment by literal names: the pack is run here without dependencies between properties. */
function assigned(machine: string): Declared {
  return assignment(machine, "weekly", {
    resourceName: machine,
    resourceGroupName: "fleet",
    maintenanceConfigurationId: weeklyId,
  });
}

const named = (name: string, change: object = {}) => linuxMachine({ vmName: name, ...change }, name);
const withoutBypass = { osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) };
const unknownBypass = {
  osProfile: linuxProfile({
    patchMode: "AutomaticByPlatform",
    automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: unknown },
  }),
};

const summary = (...declared: readonly Declared[]) => runPack(rules, declared).said;

describe("the closing summary", () => {
  it("counts the machines that are ready, not ready or not known, by what Update Manager does, and names the last two", () => {
    const machines = [named("web"), named("api", withoutBypass), named("db", unknownBypass), named("till")];
    assert.deepEqual(summary(...machines, schedule(), assigned("web"), assigned("api"), assigned("db")), [
      [
        "Azure Update Manager and the 4 machines of this stack:",
        "  assess       4 ready, 0 not ready, 0 not known",
        "  install now  4 ready, 0 not ready, 0 not known",
        "  on schedule  1 ready, 1 not ready (api), 1 not known (db); 1 without a schedule in this stack",
        "  hotpatch     0 ready, 0 not ready, 0 not known; 4 not asking for it",
        "  schedule weekly reaches 3 of them (api, db, web)",
      ].join("\n"),
    ]);
  });

  it("counts what is wrong with a machine's schedule against the machine", () => {
    const [said] = summary(named("web"), schedule({ duration: "05:00" }), assigned("web"));
    assert.match(said ?? "", /^Azure Update Manager and the machine of this stack:$/m);
    assert.match(said ?? "", /on schedule {2}0 ready, 1 not ready \(web\)/);
    assert.match(said ?? "", /assess {7}1 ready/);
  });

  it("says which machines a dynamic scope reaches", () => {
    const scope: Declared = {
      name: "scope",
      type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
      inputs: {
        maintenanceConfigurationId: weeklyId,
        filter: { tagSettings: { tags: { ring: ["a"] } } },
      },
    };
    const server: Declared = {
      name: "ledger",
      type: "azure-native:hybridcompute:Machine",
      inputs: { machineName: "ledger", tags: { ring: "a" } },
    };
    const [said] = summary(named("web", { tags: { ring: "a" } }), named("api"), server, schedule(), scope);
    assert.match(said ?? "", /^ {2}schedule weekly reaches 2 of them \(ledger, web\)$/m);
    assert.match(said ?? "", /on schedule {2}2 ready, 0 not ready, 0 not known; 1 without a schedule in this stack/);
  });

  it("counts what is wrong with an assignment, where no other one brings the machine a schedule", () => {
    const scope: Declared = {
      name: "scope",
      type: "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup",
      inputs: { resourceGroupName: "fleet", maintenanceConfigurationId: weeklyId, filter: { osTypes: ["Linux"] } },
    };
    const nowhere = assignment("till", "weekly", {
      resourceName: "till",
      resourceGroupName: "fleet",
      maintenanceConfigurationId: "weekly",
    });
    const lost: Declared = { ...nowhere, from: {} };
    const machines = [named("web"), named("api")];
    const [refused] = summary(...machines, schedule(), scope, assigned("web"));
    assert.match(refused ?? "", /on schedule {2}1 ready, 1 not ready \(api\), 0 not known/);
    const [misnamed] = summary(named("till"), schedule(), lost);
    assert.match(misnamed ?? "", /on schedule {2}0 ready, 1 not ready \(till\), 0 not known/);
  });

  it("counts a dynamic scope that reaches a scale set against the instances alone", () => {
    const scope: Declared = {
      name: "scope",
      type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
      inputs: { maintenanceConfigurationId: weeklyId, filter: { osTypes: ["Linux"] } },
    };
    const instance = named("instance", { virtualMachineScaleSet: { id: "set" } });
    const [said] = summary(named("web"), instance, schedule(), scope);
    assert.match(said ?? "", /on schedule {2}1 ready, 1 not ready \(instance\), 0 not known/);
  });

  it("counts a lock against the machines below it", () => {
    const lock: Declared = {
      name: "frozen",
      type: "azure-native:authorization:ManagementLockAtResourceGroupLevel",
      inputs: { resourceGroupName: "fleet", level: "ReadOnly" },
    };
    const [said] = summary(named("web"), named("other", { resourceGroupName: "elsewhere" }), lock);
    assert.match(said ?? "", /assess {7}1 ready, 1 not ready \(web\), 0 not known/);
  });

  it("names five machines and counts the rest", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const machines = names.flatMap((name) => [named(name, withoutBypass), assigned(name)]);
    const [said] = summary(...machines, schedule());
    assert.match(said ?? "", /7 not ready \(a, b, c, d, e and 2 more\)/);
  });

  it("names the rules that are switched off, but not those that the baseline leaves out or that block nothing here", () => {
    const off = { enforcementLevel: "disabled" };
    const idle: Rule = { ...vmBypassSchedule, code: "AUM900", name: "vm-idle", blocks: [Operation.PeriodicAssessment] };
    const newer: Rule = { ...vmBypassSchedule, code: "AUM901", name: "vm-newer", since: "2027-02" };
    const stack = [named("api", withoutBypass), schedule(), assigned("api")];
    const { said } = runPack([...rules, idle, newer], stack, {
      config: { "vm-bypass-schedule": off, "mc-duration": off, "vm-idle": off, baseline: { baseline: "2026-11" } },
    });
    assert.match(said[0] ?? "", /^ {2}not judged, since switched off: mc-duration, vm-bypass-schedule$/m);
  });

  it("says that no machine is judged where the policy that keeps the inputs is disabled", () => {
    const config = { inputs: { enforcementLevel: "disabled" } };
    assert.deepEqual(runPack(rules, [named("web")], { config }).said, [
      'Azure Update Manager: no machine of this stack is judged, since the policy inputs is disabled; set it to "advisory".',
    ]);
    assert.deepEqual(runPack(rules, [schedule()], { config }).said, []);
  });

  it("is not printed for a stack without machines", () => {
    assert.deepEqual(summary(schedule()), []);
  });
});
