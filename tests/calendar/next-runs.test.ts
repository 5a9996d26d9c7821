import assert from "node:assert/strict";
import fc from "fast-check";
import { nextRuns, parseSchedule, type Schedule, type ScheduleText } from "../../calendar";
import { type Recurrence, type Weekday, weekdays, weeksOfMonth } from "../../facts/schedules";

const berlin: ScheduleText = {
  startDateTime: "2027-01-01 22:00",
  timeZone: "Europe/Berlin",
  recurEvery: "Day",
  duration: "03:00",
};

const scheduleOf = (change: Partial<ScheduleText>): Schedule => {
  const parsed = parseSchedule({ ...berlin, ...change });
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.error);
  return parsed.schedule;
};

/** The next runs, each as it is on the schedule's clock. */
const localRuns = (change: Partial<ScheduleText>, from: string, count: number) =>
  nextRuns(scheduleOf(change), new Date(from), count).map((run) => run.localStart);

describe("nextRuns", () => {
  it("gives the moments at which windows open and close", () => {
    assert.deepEqual(nextRuns(scheduleOf({ recurEvery: "Week Saturday" }), new Date("2027-01-01T00:00:00Z"), 2), [
      {
        start: new Date("2027-01-02T21:00:00Z"),
        end: new Date("2027-01-03T00:00:00Z"),
        localStart: "2027-01-02 22:00",
      },
      {
        start: new Date("2027-01-09T21:00:00Z"),
        end: new Date("2027-01-10T00:00:00Z"),
        localStart: "2027-01-09 22:00",
      },
    ]);
  });

  it("first runs on the first day of the recurrence from the start on, as in the article's example", () => {
    const change = { recurEvery: "Week Monday", startDateTime: "2024-01-17 10:00" };
    assert.deepEqual(localRuns(change, "2024-01-01", 1), ["2024-01-22 10:00"]);
  });

  it("runs at the start itself where it is on such a day", () => {
    assert.deepEqual(localRuns({ recurEvery: "Week Friday" }, "2026-01-01", 1), ["2027-01-01 22:00"]);
    assert.deepEqual(localRuns({ recurEvery: "Day" }, "2026-01-01", 1), ["2027-01-01 22:00"]);
    assert.deepEqual(localRuns({ recurEvery: "Month day1" }, "2026-01-01", 1), ["2027-01-01 22:00"]);
  });

  it("takes a run that begins at the moment asked for, and none before", () => {
    assert.deepEqual(localRuns({}, "2027-02-01T21:00:00Z", 1), ["2027-02-01 22:00"]);
    assert.deepEqual(localRuns({}, "2027-02-01T21:00:00.001Z", 1), ["2027-02-02 22:00"]);
  });

  it("follows every kind of recurrence", () => {
    const kinds: Readonly<Record<string, string[]>> = {
      "6Hours": ["2027-03-01 04:00", "2027-03-01 10:00", "2027-03-01 16:00"],
      "3Days": ["2027-03-02 22:00", "2027-03-05 22:00", "2027-03-08 22:00"],
      Week: ["2027-03-05 22:00", "2027-03-12 22:00", "2027-03-19 22:00"],
      "2Weeks Sunday,Saturday": ["2027-03-13 22:00", "2027-03-14 22:00", "2027-03-27 22:00"],
      "Month day15,day1": ["2027-03-01 22:00", "2027-03-15 22:00", "2027-04-01 22:00"],
      "Month day31,day-1": ["2027-03-31 22:00", "2027-04-30 22:00", "2027-05-31 22:00"],
      "2Months day31": ["2027-03-31 22:00", "2027-05-31 22:00", "2027-07-31 22:00"],
      "Month Last Friday": ["2027-03-26 22:00", "2027-04-30 22:00", "2027-05-28 22:00"],
      "Month Second Tuesday Offset4": ["2027-03-13 22:00", "2027-04-17 22:00", "2027-05-15 22:00"],
      "Month First Monday Offset-6": ["2027-03-30 22:00", "2027-04-27 22:00", "2027-06-01 22:00"],
      "Month Last Sunday Offset6": ["2027-03-06 22:00", "2027-04-03 22:00", "2027-05-01 22:00"],
    };
    for (const [recurEvery, runs] of Object.entries(kinds)) {
      assert.deepEqual(localRuns({ recurEvery }, "2027-03-01T00:00:00Z", 3), runs, recurEvery);
    }
  });

  it("keeps its time on the clock when daylight saving begins and ends", () => {
    const runs = (from: string) =>
      nextRuns(scheduleOf({}), new Date(from), 3).map(
        ({ start, localStart }) => `${localStart} ${start.toISOString()}`,
      );
    assert.deepEqual(runs("2027-03-27T00:00:00Z"), [
      "2027-03-27 22:00 2027-03-27T21:00:00.000Z",
      "2027-03-28 22:00 2027-03-28T20:00:00.000Z",
      "2027-03-29 22:00 2027-03-29T20:00:00.000Z",
    ]);
    assert.deepEqual(runs("2027-10-30T00:00:00Z"), [
      "2027-10-30 22:00 2027-10-30T20:00:00.000Z",
      "2027-10-31 22:00 2027-10-31T21:00:00.000Z",
      "2027-11-01 22:00 2027-11-01T21:00:00.000Z",
    ]);
  });

  it("is late where the clock skips the time, and takes the first where it shows it twice", () => {
    const runs = (from: string) =>
      nextRuns(scheduleOf({ startDateTime: "2027-01-01 02:30" }), new Date(from), 1).map(
        ({ start, localStart }) => `${localStart} ${start.toISOString()}`,
      );
    assert.deepEqual(runs("2027-03-28T00:00:00Z"), ["2027-03-28 03:30 2027-03-28T01:30:00.000Z"]);
    assert.deepEqual(runs("2027-10-31T00:00:00Z"), ["2027-10-31 02:30 2027-10-31T00:30:00.000Z"]);
  });

  it("recurs by elapsed hours where it recurs by the hour", () => {
    assert.deepEqual(localRuns({ recurEvery: "24Hours" }, "2027-03-27T00:00:00Z", 3), [
      "2027-03-27 22:00",
      "2027-03-28 23:00",
      "2027-03-29 23:00",
    ]);
  });

  it("runs no more from its expiration on", () => {
    const change = { expirationDateTime: "2027-01-03 22:00" };
    assert.deepEqual(localRuns(change, "2027-01-01T00:00:00Z", 9), ["2027-01-01 22:00", "2027-01-02 22:00"]);
    assert.deepEqual(localRuns(change, "2028-01-01T00:00:00Z", 9), []);
  });

  it("ends where a recurrence never comes round", () => {
    const change = { startDateTime: "2027-02-01 22:00", recurEvery: "12Months day30" };
    assert.deepEqual(localRuns(change, "2027-01-01T00:00:00Z", 1), []);
  });

  it("refuses moments and counts that are none", () => {
    assert.throws(() => nextRuns(scheduleOf({}), new Date("soon"), 1), new RangeError("from is an invalid date."));
    for (const count of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(
        () => nextRuns(scheduleOf({}), new Date(0), count),
        new RangeError(`count ${count} is not a whole number from 0.`),
      );
    }
    assert.deepEqual(nextRuns(scheduleOf({}), new Date(0), 0), []);
  });
});

const dayInMilliseconds = 24 * 60 * 60 * 1000;

const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ unit: fc.constantFrom("Hour" as const), every: fc.integer({ min: 6, max: 200 }) }),
  fc.record({ unit: fc.constantFrom("Day" as const), every: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    unit: fc.constant("Week" as const),
    every: fc.integer({ min: 1, max: 6 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 7 }),
  }),
  fc.record({
    unit: fc.constant("Month" as const),
    every: fc.integer({ min: 1, max: 6 }),
    daysOfMonth: fc.uniqueArray(fc.constantFrom(-1, ...Array.from({ length: 28 }, (_, index) => index + 1)), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  fc.record({
    unit: fc.constant("Month" as const),
    every: fc.integer({ min: 1, max: 6 }),
    weekOfMonth: fc.constantFrom(...weeksOfMonth),
    weekday: fc.constantFrom(...weekdays),
    offset: fc.integer({ min: -6, max: 6 }),
  }),
);

const schedules: fc.Arbitrary<Schedule> = fc.record({
  start: fc.record({
    year: fc.integer({ min: 2024, max: 2032 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  }),
  recurrence: recurrences,
  timeZone: fc.constantFrom(
    { windowsId: "UTC", ianaName: "Etc/UTC" },
    { windowsId: "W. Europe Standard Time", ianaName: "Europe/Berlin" },
    { windowsId: "Pacific Standard Time", ianaName: "America/Los_Angeles" },
    { windowsId: "Lord Howe Standard Time", ianaName: "Australia/Lord_Howe" },
    { windowsId: "Samoa Standard Time", ianaName: "Pacific/Apia" },
  ),
  duration: fc.integer({ min: 90, max: 235 }),
});

const moments = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

describe("nextRuns, of any schedule", () => {
  it("ascends, from the moment asked for on", () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, from) => {
        const runs = nextRuns(schedule, from, 8);
        assert.equal(runs.length, 8);
        for (const [index, { start, end }] of runs.entries()) {
          assert.ok(start >= (runs[index - 1]?.start ?? from));
          assert.equal(end.getTime() - start.getTime(), schedule.duration * 60_000);
        }
        assert.equal(new Set(runs.map(({ start }) => start.getTime())).size, 8);
      }),
    );
  });

  it("leaves out no run, wherever it is asked from", () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 11 }), (schedule, index) => {
        const all = nextRuns(schedule, new Date(0), 12);
        const from = all[index]?.start ?? new Date(0);
        assert.deepEqual(nextRuns(schedule, from, 12 - index), all.slice(index));
        const after = new Date(from.getTime() + 1);
        assert.deepEqual(nextRuns(schedule, after, 11 - index), all.slice(index + 1));
      }),
    );
  });

  it("has a run on exactly the days that a calendar of single days has", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        fc.pre(schedule.recurrence.unit !== "Hour");
        const utc = { ...schedule, timeZone: { windowsId: "UTC", ianaName: "Etc/UTC" } };
        const { year, month, day, hour, minute } = schedule.start;
        const first = Date.UTC(year, month - 1, day, hour, minute);
        const days = Array.from({ length: 500 }, (_, index) => first + index * dayInMilliseconds);
        const expected = days.filter((moment) => runsOn(new Date(moment), new Date(first), schedule.recurrence));
        const found = nextRuns(utc, new Date(0), expected.length + 1).map(({ start }) => start.getTime());
        assert.deepEqual(found.slice(0, expected.length), expected);
        assert.ok((found.at(-1) ?? 0) > (days.at(-1) ?? 0));
      }),
    );
  });
});

/** Whether a recurrence has a run on a day, by looking at that day alone. */
function runsOn(day: Date, start: Date, recurrence: Recurrence): boolean {
  const whole = (date: Date) => Math.floor(date.getTime() / dayInMilliseconds);
  const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  // 1970-01-01 was a Thursday.
  const weekOf = (date: Date) => Math.floor((whole(date) + 3) / 7);
  const weekdayOf = (date: Date) => weekdays[(whole(date) + 3) % 7] as Weekday;
  const { every } = recurrence;
  if (recurrence.unit === "Week") {
    const days = recurrence.weekdays.length > 0 ? recurrence.weekdays : [weekdayOf(start)];
    return (weekOf(day) - weekOf(start)) % every === 0 && days.includes(weekdayOf(day));
  }
  if (recurrence.unit !== "Month") return (whole(day) - whole(start)) % every === 0;
  const anchor = "offset" in recurrence ? new Date(day.getTime() - recurrence.offset * dayInMilliseconds) : day;
  const months = monthOf(anchor) - monthOf(start);
  // The month before the start counts only where every month does: its run may lie after the start.
  if (months % every !== 0 || (months < 0 && every !== 1)) return false;
  const date = anchor.getUTCDate();
  const last = new Date(Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth() + 1, 0)).getUTCDate();
  if ("daysOfMonth" in recurrence) return recurrence.daysOfMonth.some((each) => (each === -1 ? last : each) === date);
  if (!("weekOfMonth" in recurrence) || weekdayOf(anchor) !== recurrence.weekday) return false;
  if (recurrence.weekOfMonth === "Last") return date > last - 7;
  return Math.ceil(date / 7) === weeksOfMonth.indexOf(recurrence.weekOfMonth) + 1;
}
