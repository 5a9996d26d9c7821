import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDuration, formatDuration, parseDuration } from "../../../facts/schedules";

describe("parseDuration", () => {
  it("reads hours and minutes", () => {
    assert.deepEqual(parseDuration("03:55"), { ok: true, minutes: 235 });
    assert.deepEqual(parseDuration("00:00"), { ok: true, minutes: 0 });
  });

  it("refuses any other format", () => {
    for (const text of ["", "3:55", "03:60", "24:00", "03:55:00", "PT3H55M", " 03:55", "235"]) {
      assert.deepEqual(parseDuration(text), {
        ok: false,
        error: `"${text}" is not a duration: write hours and minutes as HH:mm, such as "03:55"`,
      });
    }
  });

  it("reads what formatDuration writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) =>
        assert.deepEqual(parseDuration(formatDuration(minutes)), { ok: true, minutes }),
      ),
    );
  });
});

describe("checkDuration", () => {
  it("takes a window from 01:30 to 03:55", () => {
    for (const text of ["01:30", "02:00", "03:55"]) assert.equal(checkDuration(text), undefined);
  });

  it("refuses a shorter or longer one, and that of the schema's own example", () => {
    for (const text of ["01:29", "03:56", "05:00", "00:00"]) {
      assert.equal(
        checkDuration(text),
        `"${text}" is not a duration that a maintenance window for guests can have: it lasts from "01:30" to "03:55"`,
      );
    }
  });

  it("passes on what parseDuration refuses", () => {
    assert.equal(checkDuration("2h"), '"2h" is not a duration: write hours and minutes as HH:mm, such as "03:55"');
  });

  it("takes exactly the durations of 90 to 235 minutes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) =>
        assert.equal(checkDuration(formatDuration(minutes)) === undefined, minutes >= 90 && minutes <= 235),
      ),
    );
  });
});
