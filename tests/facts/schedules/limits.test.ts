import assert from "node:assert/strict";
import { Cloud } from "../../../facts/cloud";
import { scheduleLimits } from "../../../facts/schedules";

describe("scheduleLimits", () => {
  it("halves what a schedule may span in the sovereign clouds", () => {
    const { source, ...publicLimits } = scheduleLimits(Cloud.Public);
    assert.deepEqual(publicLimits, {
      schedulesPerSubscriptionAndRegion: 250,
      associationsPerSchedule: 3000,
      associationsPerDynamicScope: 1000,
      dynamicScopesPerRegion: 250,
      dynamicScopesPerSchedule: 200,
      subscriptionsPerSchedule: 200,
      tagFiltersPerDynamicScope: 50,
      resourceGroupFiltersPerDynamicScope: 50,
    });
    for (const cloud of [Cloud.USGovernment, Cloud.China]) {
      assert.deepEqual(scheduleLimits(cloud), {
        ...publicLimits,
        dynamicScopesPerSchedule: 100,
        subscriptionsPerSchedule: 100,
        source,
      });
    }
  });
});
