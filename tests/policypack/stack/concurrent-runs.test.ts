import assert from "node:assert/strict";
import * as fc from "fast-check";
import { overlap, type Runs, ScheduleComparison, startTogether } from "../../../policypack/stack/concurrent-runs";
import type { MaintenanceConfiguration } from "../../../policypack/stack/maintenance";
import { schedule, stackOf } from "../fixture";

function configurations(...changes: readonly object[]): readonly MaintenanceConfiguration[] {
  return stackOf(...changes.map((change, index) => schedule(change, `schedule-${index}`))).maintenanceConfigurations;
}

function collision(collide: (runs: Runs) => boolean, ...changes: readonly [object, object]): string[] | undefined {
  const [one, other] = configurations(...changes) as [MaintenanceConfiguration, MaintenanceConfiguration];
  const found = new ScheduleComparison(collide).collision(one, other);
  return found?.map(({ localStart }) => localStart);
}

const saturdays = { startDateTime: "2026-01-10 02:00", recurEvery: "1Week Saturday", duration: "03:00" };

describe("a comparison of schedules", () => {
  it("finds the first runs that start together", () => {
    const monthly = { startDateTime: "2025-06-01 02:00", recurEvery: "1Month First Saturday" };
    assert.deepEqual(collision(startTogether, saturdays, monthly), ["2026-02-07 02:00", "2026-02-07 02:00"]);
  });

  it("finds the first windows that overlap, and none that only touch", () => {
    const at = (startDateTime: string) => ({ ...saturdays, startDateTime });
    assert.deepEqual(collision(overlap, saturdays, at("2026-01-10 04:59")), ["2026-01-10 02:00", "2026-01-10 04:59"]);
    assert.equal(collision(overlap, saturdays, at("2026-01-10 05:00")), undefined);
    assert.equal(collision(startTogether, saturdays, at("2026-01-10 04:59")), undefined);
  });

  it("finds a window that was open already when the later schedule started", () => {
    const later = { startDateTime: "2026-03-07 03:00", recurEvery: "1Month First Saturday" };
    assert.deepEqual(collision(overlap, saturdays, later), ["2026-03-07 02:00", "2026-03-07 03:00"]);
  });

  it("does not depend on the order of the two", () => {
    const minute = fc.integer({ min: 0, max: 59 }).map((value) => String(value).padStart(2, "0"));
    const change = fc.record({
      startDateTime: fc
        .tuple(fc.constantFrom("01", "02", "03", "04"), minute)
        .map((time) => `2026-01-10 ${time.join(":")}`),
      recurEvery: fc.constantFrom("6Hours", "2Days", "1Week Saturday", "2Weeks", "1Month Second Saturday"),
      duration: fc.constantFrom("01:30", "03:55"),
    });
    fc.assert(
      fc.property(change, change, fc.constantFrom(overlap, startTogether), (one, other, collide) => {
        assert.deepEqual(collision(collide, one, other), collision(collide, other, one)?.reverse());
      }),
      { numRuns: 20 },
    );
  });

  it("compares two schedules once, however many machines have them", () => {
    let compared = 0;
    const comparison = new ScheduleComparison(() => {
      compared++;
      return true;
    });
    const [one, other] = configurations(saturdays, saturdays) as [MaintenanceConfiguration, MaintenanceConfiguration];
    comparison.collision(one, other);
    comparison.collision(one, other);
    assert.equal(compared, 1);
  });
});
