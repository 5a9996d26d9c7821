import assert from "node:assert/strict";
import fc from "fast-check";
import { designMaintenanceSchedule } from "../../../components/maintenance-schedule/design";
import { parseRecurEvery, weekdays, weeksOfMonth } from "../../../facts/schedules";
import type { MaintenanceScheduleArgs, RecurrenceArgs } from "../../../index";
import { problemsOf, schedulesPage, weekly } from "./arguments";

const design = (change: Partial<MaintenanceScheduleArgs>) =>
  designMaintenanceSchedule("weekly", { ...weekly, ...change });

const recurEvery = (recurrence: RecurrenceArgs) => design({ recurrence }).configuration.recurEvery;

describe("the window of a maintenance schedule", () => {
  it("has every recurrence that Azure has", () => {
    assert.deepEqual(
      [
        { hourly: { every: 6 } },
        { daily: {} },
        { daily: { every: 3 } },
        { weekly: {} },
        { weekly: { every: 2, weekdays: ["Saturday", "Sunday"] } },
        { monthlyByDate: { daysOfMonth: [1, 15] } },
        { monthlyByDate: { every: 3, daysOfMonth: [-1] } },
        { monthlyByWeekday: { weekOfMonth: "Second", weekday: "Tuesday", offset: 4 } },
        { monthlyByWeekday: { every: 2, weekOfMonth: "Last", weekday: "Sunday" } },
      ].map((recurrence) => recurEvery(recurrence as RecurrenceArgs)),
      [
        "6Hours",
        "Day",
        "3Days",
        "Week",
        "2Weeks Saturday,Sunday",
        "Month day1,day15",
        "3Months day-1",
        "Month Second Tuesday Offset4",
        "2Months Last Sunday",
      ],
    );
  });

  it("is of one recurrence", () => {
    const kinds = '"hourly", "daily", "weekly", "monthlyByDate" or "monthlyByWeekday"';
    const none = [`recurrence: gives no recurrence: give exactly one of ${kinds}.`];
    assert.deepEqual(problemsOf({ recurrence: {} }), none);
    assert.deepEqual(problemsOf({ recurrence: undefined }), none);
    assert.deepEqual(problemsOf({ recurrence: { daily: {}, weekly: {} } }), [
      `recurrence: gives daily and weekly: give exactly one of ${kinds}.`,
    ]);
  });

  it("recurs no more often than every 6 hours", () => {
    for (const every of [5, 6.5, Number.NaN, undefined]) {
      assert.deepEqual(problemsOf({ recurrence: { hourly: { every } } }), [
        `recurrence.hourly.every: ${every} is not a whole number of 6 hours or more. See ${schedulesPage}`,
      ]);
    }
  });

  it("recurs every so many whole days, weeks or months", () => {
    for (const kind of [
      { daily: { every: 0 } },
      { weekly: { every: 0 } },
      { monthlyByDate: { every: 0, daysOfMonth: [1] } },
      { monthlyByWeekday: { every: 0, weekOfMonth: "First", weekday: "Monday" } },
    ]) {
      assert.deepEqual(problemsOf({ recurrence: kind }), [
        `recurrence.${Object.keys(kind)[0]}.every: 0 is not a whole number of 1 or more.`,
      ]);
    }
  });

  it("says every day that is none", () => {
    assert.deepEqual(problemsOf({ recurrence: { weekly: { weekdays: ["Saturday", "Sat", "Saturday"] } } }), [
      'recurrence.weekly.weekdays[1]: "Sat" is not one of "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" or "Sunday".',
      "recurrence.weekly.weekdays[2]: Saturday is recurrence.weekly.weekdays[0] already.",
    ]);
    assert.deepEqual(problemsOf({ recurrence: { weekly: { weekdays: [] } } }), [
      "recurrence.weekly.weekdays: is empty: leave it out for the day of the start.",
    ]);
    assert.deepEqual(problemsOf({ recurrence: { monthlyByDate: { daysOfMonth: [0, 31, 32, -1, -2, 1.5] } } }), [
      ...[0, 2, 4, 5].map(
        (index) =>
          `recurrence.monthlyByDate.daysOfMonth[${index}]: ${[0, 31, 32, -1, -2, 1.5][index]} is no date of a month: give 1 to 31, or -1 for the last.`,
      ),
    ]);
    assert.deepEqual(problemsOf({ recurrence: { monthlyByDate: {} } }), [
      "recurrence.monthlyByDate.daysOfMonth: give at least one date of the month.",
    ]);
    assert.deepEqual(
      problemsOf({ recurrence: { monthlyByWeekday: { weekOfMonth: "Fifth", weekday: "Tue", offset: 7 } } }),
      [
        'recurrence.monthlyByWeekday.weekOfMonth: "Fifth" is not one of "First", "Second", "Third", "Fourth" or "Last".',
        'recurrence.monthlyByWeekday.weekday: "Tue" is not one of "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" or "Sunday".',
        `recurrence.monthlyByWeekday.offset: 7 is not a whole number of days from -6 to 6. See ${schedulesPage}`,
      ],
    );
  });

  it("comes round at all", () => {
    assert.deepEqual(
      problemsOf({
        startDateTime: "2027-02-01 02:00",
        recurrence: { monthlyByDate: { every: 12, daysOfMonth: [30] } },
      }),
      ['recurrence: "12Months day30" never comes round from "2027-02-01 02:00" on.'],
    );
    assert.deepEqual(problemsOf({ expirationDateTime: "2027-01-09 02:00", startDateTime: "2027-01-08 02:00" }), [
      'recurrence: "Week Saturday" never comes round from "2027-01-08 02:00" on before it ends on "2027-01-09 02:00".',
    ]);
  });

  it("is open from 01:30 to 03:55", () => {
    for (const duration of ["01:30", "03:55"]) {
      assert.equal(design({ duration }).configuration.duration, duration);
    }
    for (const duration of ["01:29", "03:56"]) {
      assert.deepEqual(problemsOf({ duration }), [
        `duration: "${duration}" is not a duration that a maintenance window for guests can have: it lasts from "01:30" to "03:55". See ${schedulesPage}`,
      ]);
    }
  });

  it("has a start, which no clock gives", () => {
    assert.deepEqual(problemsOf({ startDateTime: undefined }), [
      'startDateTime: give the date and time of the start, such as "2027-01-09 02:00".',
    ]);
    assert.deepEqual(problemsOf({ startDateTime: "2027-02-29 02:00" }), [
      `startDateTime: "2027-02-29 02:00" is not a date and time: there is no such day in the calendar. See ${schedulesPage}`,
    ]);
  });

  it("ends after its start", () => {
    assert.deepEqual(problemsOf({ expirationDateTime: "2027-01-09 02:00" }), [
      `expirationDateTime: "2027-01-09 02:00" is not after the start of the schedule, "2027-01-09 02:00". See ${schedulesPage}`,
    ]);
  });

  it("is in a time zone of Windows", () => {
    assert.equal(design({ timeZone: "Europe/Berlin" }).configuration.timeZone, "W. Europe Standard Time");
    assert.equal(design({}).configuration.timeZone, "UTC");
    assert.deepEqual(problemsOf({ timeZone: "Berlin" }), [
      'timeZone: "Berlin" is no time zone of Windows, the only ones that Azure takes: write an id such as "W. Europe Standard Time", or an IANA name that stands for one, such as "Europe/Berlin".',
    ]);
  });

  it("is better not begun just before midnight", () => {
    assert.deepEqual(design({ startDateTime: "2027-01-09 23:44" }).advice, []);
    assert.deepEqual(design({ startDateTime: "2027-01-09 23:45" }).advice, [
      `startDateTime: "2027-01-09 23:45" lies between 23:45 and midnight, where a new schedule may never be triggered: choose another time. See ${schedulesPage}`,
    ]);
  });

  it("has a recurrence that Azure reads, whatever it is made from", () => {
    const every = fc.integer({ min: 1, max: 60 });
    const recurrences = fc.oneof(
      fc.record({ hourly: fc.record({ every: fc.integer({ min: 6, max: 99 }) }) }),
      fc.record({ daily: fc.record({ every }, { requiredKeys: [] }) }),
      fc.record({
        weekly: fc.record(
          { every, weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }) },
          { requiredKeys: [] },
        ),
      }),
      fc.record({
        monthlyByDate: fc.record(
          { every, daysOfMonth: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 }) },
          { requiredKeys: ["daysOfMonth"] },
        ),
      }),
      fc.record({
        monthlyByWeekday: fc.record(
          {
            every,
            weekOfMonth: fc.constantFrom(...weeksOfMonth),
            weekday: fc.constantFrom(...weekdays),
            offset: fc.integer({ min: -6, max: 6 }),
          },
          { requiredKeys: ["weekOfMonth", "weekday"] },
        ),
      }),
    );
    fc.assert(
      fc.property(recurrences, (recurrence) => {
        const { schedule, configuration } = design({ recurrence });
        assert.deepEqual(parseRecurEvery(configuration.recurEvery), { ok: true, recurrence: schedule.recurrence });
      }),
    );
  });
});
