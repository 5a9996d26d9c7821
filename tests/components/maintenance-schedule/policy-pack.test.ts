import assert from "node:assert/strict";
import fc from "fast-check";
import { weekdays } from "../../../facts/schedules";
import { type DynamicScopeArgs, MaintenanceSchedule, type MaintenanceScheduleArgs } from "../../../index";
import { rules } from "../../../policypack/rules";
import { linuxMachine, stackOf } from "../../policypack/fixture";
import { registered } from "../program";
import { subscriptionId, weekly } from "./arguments";

const machineId = `/subscriptions/${subscriptionId}/resourceGroups/fleet/providers/Microsoft.Compute/virtualMachines/web`;

const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });

const dynamicScope: fc.Arbitrary<DynamicScopeArgs> = fc.record(
  {
    resourceGroups: some("fleet", "web", "database"),
    locations: some("westeurope", "northeurope"),
    osTypes: some("Windows" as const, "Linux" as const),
    resourceTypes: some("Microsoft.Compute/virtualMachines" as const, "Microsoft.HybridCompute/machines" as const),
    tags: fc.dictionary(fc.constantFrom("ring", "environment"), some("canary", "production"), { minKeys: 1 }),
  },
  { requiredKeys: [] },
);

const schedule: fc.Arbitrary<MaintenanceScheduleArgs> = fc.record(
  {
    resourceGroupName: fc.constant("patching"),
    startDateTime: fc.constant("2027-01-09 02:00"),
    timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific Standard Time"),
    duration: fc.constantFrom("01:30", "03:55"),
    recurrence: fc.constantFrom(
      weekly.recurrence,
      { daily: {} },
      { weekly: { weekdays: [...weekdays] } },
      { monthlyByDate: { daysOfMonth: [-1] } },
    ),
    rebootSetting: fc.constantFrom("IfRequired" as const, "Never" as const, "Always" as const),
    virtualMachines: fc.constant({ web: { id: machineId } }),
    dynamicScopes: fc.dictionary(fc.constantFrom("one", "other"), dynamicScope),
  },
  // The machine waits for a schedule: without one the pack is right to complain.
  { requiredKeys: ["resourceGroupName", "startDateTime", "recurrence", "virtualMachines"] },
);

describe("a maintenance schedule and the policy pack", () => {
  it("agree, whatever arguments the constructor takes", async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (args) => {
        const functions = { "azure-native:authorization:getClientConfig": { subscriptionId } };
        const resources = await registered(() => new MaintenanceSchedule("weekly", args), functions);
        const stack = stackOf(linuxMachine(), ...resources);
        const broken = rules.flatMap(({ name, check }) =>
          check(stack, {})
            .filter(({ outcome }) => outcome === "broken")
            .map(({ subject }) => `${name} ${subject.name}`),
        );
        assert.deepEqual(broken, []);
      }),
      { numRuns: 50 },
    );
  });
});
