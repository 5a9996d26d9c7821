import assert from "node:assert/strict";
import fc from "fast-check";
import {
  checkExpirationDateTime,
  checkStartDateTime,
  formatDateTime,
  parseDateTime,
  startsInMidnightGap,
} from "../../../facts/schedules";

describe("checkStartDateTime", () => {
  it("takes a date and a time of a 24-hour clock", () => {
    for (const text of ["2027-01-31 22:00", "2028-02-29 00:00", "2000-02-29 23:59"]) {
      assert.equal(checkStartDateTime(text), undefined);
    }
  });

  it("refuses any other format", () => {
    for (const text of [
      "",
      "2027-01-31",
      "2027-01-31T22:00",
      "2027-01-31 22:00:00",
      "2027-01-31 22:00Z",
      "2027-01-31 24:00",
      "31.01.2027 22:00",
      "2027-1-31 22:00",
    ]) {
      assert.equal(
        checkStartDateTime(text),
        `"${text}" is not a date and time: write it as YYYY-MM-DD hh:mm, such as "2027-01-31 22:00", with no "T", seconds or offset`,
      );
    }
  });

  it("refuses days that no calendar has", () => {
    for (const text of [
      "2027-02-29 22:00",
      "2100-02-29 22:00",
      "2027-04-31 22:00",
      "2027-13-01 22:00",
      "2027-00-10 22:00",
      "2027-01-00 22:00",
    ]) {
      assert.equal(checkStartDateTime(text), `"${text}" is not a date and time: there is no such day in the calendar`);
    }
  });

  it("takes the days that Date knows, and no others", () => {
    const years = fc.integer({ min: 1000, max: 9999 });
    const parts = fc.tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const real = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
        const text = formatDateTime({ year, month, day, hour: 22, minute: 5 });
        assert.equal(checkStartDateTime(text) === undefined, real);
        if (real)
          assert.deepEqual(parseDateTime(text), { ok: true, dateTime: { year, month, day, hour: 22, minute: 5 } });
      }),
    );
  });
});

describe("checkExpirationDateTime", () => {
  it("takes an end after the start, and what ARM returns for none", () => {
    assert.equal(checkExpirationDateTime("2027-01-31 22:01", "2027-01-31 22:00"), undefined);
    assert.equal(checkExpirationDateTime("2027-01-31 22:00"), undefined);
    assert.equal(checkExpirationDateTime("9999-12-31 23:59:59", "2027-01-31 22:00"), undefined);
  });

  it("refuses an end that is not after the start", () => {
    assert.equal(
      checkExpirationDateTime("2027-01-31 22:00", "2027-01-31 22:00"),
      '"2027-01-31 22:00" is not after the start of the schedule, "2027-01-31 22:00"',
    );
  });

  it("says nothing of an order where the start can't be read", () => {
    assert.equal(checkExpirationDateTime("2027-01-31 22:00", "soon"), undefined);
  });

  it("refuses another format", () => {
    assert.match(checkExpirationDateTime("2027-01-31 22:00:00") ?? "", /^"2027-01-31 22:00:00" is not a date and time/);
  });
});

describe("startsInMidnightGap", () => {
  const at = (hour: number, minute: number) => ({ year: 2027, month: 1, day: 31, hour, minute });

  it("is longer for a new schedule than for an existing one", () => {
    assert.equal(startsInMidnightGap(at(23, 44), "new"), false);
    assert.equal(startsInMidnightGap(at(23, 45), "new"), true);
    assert.equal(startsInMidnightGap(at(23, 56), "existing"), false);
    assert.equal(startsInMidnightGap(at(23, 57), "existing"), true);
    assert.equal(startsInMidnightGap(at(0, 0), "new"), false);
  });
});
