import assert from "node:assert/strict";
import { parseSchedule, type ScheduleText } from "../../calendar";

const text: ScheduleText = {
  startDateTime: "2027-01-01 22:00",
  timeZone: "Europe/Berlin",
  recurEvery: "Month Second Tuesday Offset4",
  duration: "03:30",
};

const errorIn = (change: Partial<ScheduleText>) => {
  const parsed = parseSchedule({ ...text, ...change });
  return parsed.ok ? undefined : parsed.error;
};

describe("parseSchedule", () => {
  it("reads the properties of a maintenance configuration", () => {
    const schedule = {
      start: { year: 2027, month: 1, day: 1, hour: 22, minute: 0 },
      timeZone: { windowsId: "W. Europe Standard Time", ianaName: "Europe/Berlin" },
      recurrence: { unit: "Month", every: 1, weekOfMonth: "Second", weekday: "Tuesday", offset: 4 },
      duration: 210,
    };
    assert.deepEqual(parseSchedule(text), { ok: true, schedule });
    assert.deepEqual(parseSchedule({ ...text, expirationDateTime: "2028-01-01 00:00" }), {
      ok: true,
      schedule: { ...schedule, expiration: { year: 2028, month: 1, day: 1, hour: 0, minute: 0 } },
    });
  });

  it("takes the expiration that ARM returns where none was given for none", () => {
    assert.deepEqual(parseSchedule({ ...text, expirationDateTime: "9999-12-31 23:59:59" }), parseSchedule(text));
  });

  it("says what Azure would not take", () => {
    assert.match(errorIn({ startDateTime: "2027-01-01" }) ?? "", /^"2027-01-01" is not a date and time/);
    assert.match(errorIn({ expirationDateTime: "never" }) ?? "", /^"never" is not a date and time/);
    assert.match(errorIn({ timeZone: "Berlin" }) ?? "", /^"Berlin" is no time zone of Windows/);
    assert.match(errorIn({ recurEvery: "Month" }) ?? "", /^"Month" names no day of the month/);
    assert.match(errorIn({ duration: "3 hours" }) ?? "", /^"3 hours" is not a duration/);
    assert.match(errorIn({ duration: "05:00" }) ?? "", /^"05:00" is not a duration that a maintenance window/);
  });
});
