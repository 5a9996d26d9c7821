import assert from "node:assert/strict";
import fc from "fast-check";
import { nextRuns } from "../../../calendar";
import { designMaintenanceSchedule } from "../../../components/maintenance-schedule/design";
import { weekdays, weeksOfMonth } from "../../../facts/schedules";
import { type MaintenanceScheduleArgs, type RecurrenceArgs, stagedRings, type TimingArgs } from "../../../index";
import { problemsIn } from "./arguments";

const monthly = {
  startDateTime: "2027-01-01 22:00",
  recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday" } },
} as const;

const problemsOf = (recurrence: RecurrenceArgs, daysAfter?: Record<string, number>) =>
  problemsIn(() => stagedRings({ ...monthly, recurrence }, ...((daysAfter ? [daysAfter] : []) as [])));

const runsOf = (timing: TimingArgs, count: number) => {
  const { schedule } = designMaintenanceSchedule("ring", { resourceGroupName: "patching", ...timing });
  return nextRuns(schedule, new Date(0), count).map(({ start }) => start.getTime());
};

describe("staged rings", () => {
  it("run in the days after Patch Tuesday", () => {
    assert.deepEqual(stagedRings(monthly, { canary: 1, early: 4, broad: 11 }), {
      canary: {
        startDateTime: "2027-01-13 22:00",
        recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday", offset: 1 } },
      },
      early: {
        startDateTime: "2027-01-16 22:00",
        recurrence: { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday", offset: 4 } },
      },
      broad: {
        startDateTime: "2027-01-23 22:00",
        recurrence: { monthlyByWeekday: { weekOfMonth: "Third", weekday: "Tuesday", offset: 4 } },
      },
    });
  });

  it("are canary, early and broad, and pass on what else is given", () => {
    const schedule: MaintenanceScheduleArgs = {
      resourceGroupName: "patching",
      timeZone: "Europe/Berlin",
      startDateTime: "2027-01-01 22:00",
      recurrence: { weekly: { weekdays: ["Saturday"] } },
    };
    assert.deepEqual(stagedRings(schedule), {
      canary: schedule,
      early: { ...schedule, startDateTime: "2027-01-04 22:00", recurrence: { weekly: { weekdays: ["Monday"] } } },
      broad: { ...schedule, startDateTime: "2027-01-07 22:00", recurrence: { weekly: { weekdays: ["Thursday"] } } },
    });
  });

  it("keep every second week or month", () => {
    const recurrence: RecurrenceArgs = { weekly: { every: 2, weekdays: ["Saturday"] } };
    assert.deepEqual(stagedRings({ ...monthly, recurrence }, { broad: 10 }).broad, {
      startDateTime: "2027-01-12 22:00",
      recurrence: { weekly: { every: 2, weekdays: ["Tuesday"] } },
    });
  });

  it("are refused where Azure has no such recurrence", () => {
    const none = (ring: string, days: number) =>
      `daysAfter${ring}: Azure has no recurrence that is ${days} days later than this one: choose fewer days, or another one.`;
    assert.deepEqual(problemsOf({ monthlyByDate: { daysOfMonth: [-1] } }, { canary: 0, "second ring": 2 }), [
      none('["second ring"]', 2),
    ]);
    assert.deepEqual(problemsOf({ monthlyByDate: { daysOfMonth: [24, 25] } }, { early: 3, broad: 4 }), [
      none(".broad", 4),
    ]);
    assert.deepEqual(problemsOf({ monthlyByWeekday: { weekOfMonth: "Fourth", weekday: "Tuesday" } }, { broad: 7 }), [
      none(".broad", 7),
    ]);
    assert.deepEqual(problemsOf({ monthlyByWeekday: { weekOfMonth: "Last", weekday: "Tuesday" } }, { broad: 7 }), [
      none(".broad", 7),
    ]);
  });

  it("come to all machines before the next round", () => {
    assert.deepEqual(problemsOf({ daily: {} }), [
      "daysAfter.early: 2 is not less than 1, the days from one run to the next.",
      "daysAfter.broad: 5 is not less than 1, the days from one run to the next.",
    ]);
    assert.deepEqual(problemsOf({ weekly: {} }, { broad: 7 }), [
      "daysAfter.broad: 7 is not less than 7, the days from one run to the next.",
    ]);
    assert.deepEqual(problemsOf({ hourly: { every: 12 } }, { canary: 0, broad: 1 }), [
      "daysAfter.broad: 1 is not less than 0.5, the days from one run to the next.",
    ]);
  });

  it("are some, after whole days", () => {
    assert.deepEqual(problemsOf({ daily: {} }, {}), ["daysAfter: give at least one ring."]);
    assert.deepEqual(problemsOf({ weekly: {} }, { canary: -1, early: 0.5 }), [
      "daysAfter.canary: -1 is not a whole number of days from 0.",
      "daysAfter.early: 0.5 is not a whole number of days from 0.",
    ]);
  });

  it("say what is wrong with the timing", () => {
    assert.deepEqual(
      problemsIn(() => stagedRings({ startDateTime: "soon", recurrence: {} })),
      [
        'recurrence: gives no recurrence: give exactly one of "hourly", "daily", "weekly", "monthlyByDate" or "monthlyByWeekday".',
        'startDateTime: "soon" is not a date and time: write it as YYYY-MM-DD hh:mm, such as "2027-01-31 22:00", with no "T", seconds or offset. See https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations',
      ],
    );
  });

  it("run so many days after each run of the timing, or are refused", () => {
    const every = fc.integer({ min: 1, max: 4 });
    const recurrences = fc.oneof(
      fc.record({ daily: fc.record({ every }) }),
      fc.record({
        weekly: fc.record({ every, weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }) }),
      }),
      fc.record({
        monthlyByDate: fc.record({
          every,
          daysOfMonth: fc.uniqueArray(fc.constantFrom(-1, 1, 5, 9, 15, 20, 28), { minLength: 1 }),
        }),
      }),
      fc.record({
        monthlyByWeekday: fc.record({
          every,
          weekOfMonth: fc.constantFrom(...weeksOfMonth),
          weekday: fc.constantFrom(...weekdays),
          offset: fc.integer({ min: -6, max: 6 }),
        }),
      }),
    );
    const starts = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    let staged = 0;
    fc.assert(
      fc.property(recurrences, starts, fc.integer({ min: 0, max: 30 }), (recurrence, { month, day }, days) => {
        const date = `2027-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const timing: TimingArgs = { startDateTime: `${date} 22:00`, recurrence };
        let ring: TimingArgs | undefined;
        if (problemsIn(() => ({ ring } = stagedRings(timing, { ring: days }))).length > 0 || !ring) return;
        staged += 1;
        const expected = runsOf(timing, 60).map((run) => run + days * 24 * 60 * 60 * 1000);
        assert.deepEqual(runsOf(ring, 60), expected);
      }),
    );
    assert.ok(staged > 0);
  });
});
