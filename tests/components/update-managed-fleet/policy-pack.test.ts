import assert from "node:assert/strict";
import fc from "fast-check";
import { shortImages } from "../../../facts/images";
import {
  type FleetMachineArgs,
  type FleetNetworkArgs,
  type FleetScheduleArgs,
  UpdateManagedFleet,
  type UpdateManagedFleetArgs,
} from "../../../index";
import { register } from "../../../tools/registration";
import { adminPassword, sshPublicKey } from "../arguments";
import { brokenIn, recordOf } from "../guarantees/policy-pack";
import { bare, group, principalId, problemsOf, subnetId } from "./fleet";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rings = ["canary", "early", "broad"];
const maintenanceConfigurationId = `${group}/providers/Microsoft.Maintenance/maintenanceConfigurations/own`;

const machine: fc.Arbitrary<FleetMachineArgs> = fc
  .record({
    image: fc.constantFrom(...Object.keys(shortImages)),
    ring: maybe(fc.constantFrom(...rings)),
    subnetId: maybe(fc.constant(subnetId)),
    systemAssignedIdentity: maybe(fc.boolean()),
  })
  .map((args) => ({
    ...args,
    ...(args.image.startsWith("windows") ? { adminPassword } : { sshPublicKeys: [sshPublicKey] }),
  }));

const network: fc.Arbitrary<FleetNetworkArgs> = fc.oneof(
  fc.constant({}),
  fc.constant({ subnetId }),
  fc.constant({ skip: true }),
  fc.record({
    networkSecurityGroup: fc.record({ allowInternet: fc.boolean() }),
    sources: maybe(fc.constant({ windowsUpdate: true, rhui: true })),
  }),
);

const schedule: fc.Arbitrary<FleetScheduleArgs> = fc.oneof(
  fc.constant({ maintenanceConfigurationIds: { [rings[0] ?? ""]: maintenanceConfigurationId } }),
  fc.record(
    {
      timeZone: fc.constantFrom("UTC", "Europe/Berlin"),
      recurrence: fc.constantFrom({ weekly: {} }, { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } }),
      rings: fc.constantFrom({ canary: 0, early: 1, broad: 4 }, { broad: 0 }),
      dynamicScopes: fc.constant({ group: { resourceGroups: ["shop"] } }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<FleetScheduleArgs>,
);

const fleet: fc.Arbitrary<UpdateManagedFleetArgs> = fc.record({
  resourceGroupName: fc.constant("shop"),
  location: fc.constantFrom("westeurope", "North Europe", "usgovvirginia"),
  machines: fc.dictionary(fc.constantFrom("web", "data", "files"), machine, { minKeys: 1, noNullPrototype: true }),
  network: maybe(network),
  access: maybe(fc.constantFrom({ skip: true }, { principals: { operators: { principalId } } })),
  schedule: maybe(schedule),
  assessment: maybe(fc.constantFrom({ skip: true }, { audit: {} })),
  alerts: maybe(fc.constantFrom({ skip: true }, { workbook: { skip: true } })),
  tags: maybe(fc.constant({ team: "shop" })),
});

/** The rules that the fleet's resources break. */
async function broken(args: UpdateManagedFleetArgs): Promise<string[]> {
  return brokenIn((await register(() => new UpdateManagedFleet("shop", args), "deployment")).map(recordOf));
}

describe("a fleet and the policy pack", function () {
  this.timeout(240_000);

  it("agree, whatever arguments the constructor takes", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fleet, async (args) => {
        if (problemsOf(args).length > 0) return;
        taken += 1;
        assert.deepEqual(await broken(args), []);
      }),
      { numRuns: 40 },
    );
    assert.ok(taken >= 5, `${taken} of 40 were taken: the generator no longer fits the arguments.`);
  });

  it("wait for the schedules of somebody else where the fleet's are skipped", async () => {
    assert.deepEqual(await broken(bare), ["vm-bypass-orphan"]);
  });
});
