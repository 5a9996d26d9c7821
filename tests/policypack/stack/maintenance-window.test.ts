import assert from "node:assert/strict";
import fc from "fast-check";
import { weekdays } from "../../../facts/schedules";
import {
  clock,
  type MaintenanceWindow,
  maintenanceWindowOf,
  windowHitBy,
} from "../../../policypack/stack/maintenance-window";
import { NotKnown, Properties } from "../../../policypack/stack/properties";

const settings = (change: object = {}) =>
  Properties.of({
    startDateTime: "2026-01-10 02:00",
    duration: "03:00",
    timeZone: "UTC",
    recurEvery: "1Week Saturday",
    ...change,
  });

describe("a maintenance window", () => {
  it("is read from a schedule", () => {
    assert.deepEqual(maintenanceWindowOf(settings()), {
      timeZone: "UTC",
      starts: [120],
      duration: 180,
      weekdays: ["Saturday"],
    });
  });

  it("falls on the weekday of its start where it recurs by the week and names none", () => {
    assert.deepEqual(maintenanceWindowOf(settings({ recurEvery: "2Weeks" })).weekdays, ["Saturday"]);
    const sunday = settings({ recurEvery: "Week", startDateTime: "2026-01-11 02:00" });
    assert.deepEqual(maintenanceWindowOf(sunday).weekdays, ["Sunday"]);
  });

  it("can fall on every weekday where it recurs by the day or by days of the month", () => {
    for (const recurEvery of ["3Days", "Month day1"]) {
      assert.deepEqual(maintenanceWindowOf(settings({ recurEvery })).weekdays, weekdays);
    }
  });

  it("falls on one weekday where it recurs by a week of the month, some days after or before it", () => {
    const ofMonth = {
      "Third Saturday": "Saturday",
      "Second Tuesday Offset4": "Saturday",
      "Last Monday Offset-6": "Tuesday",
    };
    for (const [recurrence, weekday] of Object.entries(ofMonth)) {
      assert.deepEqual(maintenanceWindowOf(settings({ recurEvery: `Month ${recurrence}` })).weekdays, [weekday]);
    }
  });

  it("starts several times a day where it recurs by the hour", () => {
    assert.deepEqual(maintenanceWindowOf(settings({ recurEvery: "6Hours" })).starts, [120, 480, 840, 1200]);
    assert.deepEqual(maintenanceWindowOf(settings({ recurEvery: "48Hours" })).starts, [120]);
  });

  it("is not known of settings that are missing or that Azure does not take", () => {
    assert.throws(
      () => maintenanceWindowOf(settings({ duration: undefined })),
      new NotKnown("duration", "is not given"),
    );
    assert.throws(
      () => maintenanceWindowOf(settings({ duration: "3h" })),
      new NotKnown(
        "duration",
        'is no value that Azure takes: "3h" is not a duration: write hours and minutes as HH:mm, such as "03:55"',
      ),
    );
  });

  it("is hit by a daily moment exactly when that lies between the time before the start and the end", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.integer({ min: 90, max: 235 }),
        fc.integer({ min: 0, max: 60 }),
        (start, at, duration, before) => {
          const window: MaintenanceWindow = { timeZone: "UTC", starts: [start], duration, weekdays: ["Saturday"] };
          const sinceEarliest = (at - start + before + 2 * 1440) % 1440;
          const hit = windowHitBy(window, { minute: at, weekdays }, before);
          assert.equal(hit, sinceEarliest < duration + before ? start : undefined);
        },
      ),
    );
  });

  it("is hit on the next day after midnight, and on the day before ahead of it", () => {
    const window: MaintenanceWindow = { timeZone: "UTC", starts: [1380], duration: 120, weekdays: ["Sunday"] };
    assert.equal(windowHitBy(window, { minute: 30, weekdays: ["Monday"] }, 15), 1380);
    assert.equal(windowHitBy(window, { minute: 30, weekdays: ["Sunday"] }, 15), undefined);
    const early: MaintenanceWindow = { timeZone: "UTC", starts: [5], duration: 120, weekdays: ["Monday"] };
    assert.equal(windowHitBy(early, { minute: 1435, weekdays: ["Sunday"] }, 15), 5);
    assert.equal(windowHitBy(early, { minute: 1435, weekdays: ["Monday"] }, 15), undefined);
  });

  it("writes minutes of the day as a clock shows them", () => {
    assert.equal(clock(0), "00:00");
    assert.equal(clock(-15), "23:45");
    assert.equal(clock(1500), "01:00");
  });
});
