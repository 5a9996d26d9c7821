import assert from "node:assert/strict";
import fc from "fast-check";
import {
  formatRecurEvery,
  hoursBetweenRuns,
  lacksDayOfMonth,
  parseRecurEvery,
  type Recurrence,
  weekdays,
  weeksOfMonth,
} from "../../../facts/schedules";

const read = (text: string): Recurrence => {
  const parsed = parseRecurEvery(text);
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.error);
  return parsed.recurrence;
};

const errorIn = (text: string): string => {
  const parsed = parseRecurEvery(text);
  assert.ok(!parsed.ok, `${text} was read`);
  return parsed.error;
};

describe("parseRecurEvery", () => {
  it("reads the documents' own examples", () => {
    const examples: Readonly<Record<string, Recurrence>> = {
      Day: { unit: "Day", every: 1 },
      "1Day": { unit: "Day", every: 1 },
      "3Days": { unit: "Day", every: 3 },
      "20days": { unit: "Day", every: 20 },
      "6Hours": { unit: "Hour", every: 6 },
      "3Weeks": { unit: "Week", every: 3, weekdays: [] },
      "1Week Monday": { unit: "Week", every: 1, weekdays: ["Monday"] },
      "Week Saturday,Sunday": { unit: "Week", every: 1, weekdays: ["Saturday", "Sunday"] },
      "Week Saturday, Sunday": { unit: "Week", every: 1, weekdays: ["Saturday", "Sunday"] },
      "Month day23,day24": { unit: "Month", every: 1, daysOfMonth: [23, 24] },
      "Month day-1": { unit: "Month", every: 1, daysOfMonth: [-1] },
      "Month Last Sunday": { unit: "Month", every: 1, weekOfMonth: "Last", weekday: "Sunday", offset: 0 },
      "Month Fourth Monday": { unit: "Month", every: 1, weekOfMonth: "Fourth", weekday: "Monday", offset: 0 },
      "Month Last Sunday Offset-3": { unit: "Month", every: 1, weekOfMonth: "Last", weekday: "Sunday", offset: -3 },
      "Month Third Sunday Offset6": { unit: "Month", every: 1, weekOfMonth: "Third", weekday: "Sunday", offset: 6 },
      "2Months Second Tuesday Offset4": {
        unit: "Month",
        every: 2,
        weekOfMonth: "Second",
        weekday: "Tuesday",
        offset: 4,
      },
    };
    for (const [text, recurrence] of Object.entries(examples)) assert.deepEqual(read(text), recurrence, text);
  });

  it("ignores letter case and blanks at either end", () => {
    assert.deepEqual(read(" 2months LAST friday offset-0 "), {
      unit: "Month",
      every: 2,
      weekOfMonth: "Last",
      weekday: "Friday",
      offset: 0,
    });
  });

  it("refuses a month without a day, as the service does", () => {
    assert.equal(
      errorIn("Month"),
      '"Month" names no day of the month: add days ("Month day1,day15") or a weekday ("Month Second Tuesday Offset4")',
    );
    assert.match(errorIn("2Months"), /^"2Months" names no day of the month: add days \("2Months day1,day15"\)/);
  });

  it("refuses what is no recurrence", () => {
    const forms =
      'write "3Days", "2Weeks Saturday,Sunday", "Month day1,day15" or "Month Second Tuesday Offset4", with the number joined to its unit';
    for (const text of ["", "Fortnight", "3 Days", "-1Day", "1.5Days", "Year", "0 2 * * 0", "Daily"]) {
      assert.equal(errorIn(text), `"${text}" is not a recurrence: ${forms}`);
    }
  });

  it("refuses a frequency of nothing, and one that is too often", () => {
    assert.equal(errorIn("0Day"), '"0Day" recurs every 0 units: the frequency is 1 or more');
    assert.equal(errorIn("5Hours"), '"5Hours" recurs too often: a schedule recurs every 6 hours or less often');
    assert.equal(errorIn("Hour"), '"Hour" recurs too often: a schedule recurs every 6 hours or less often');
  });

  it("refuses days after days", () => {
    assert.equal(
      errorIn("Day Monday"),
      '"Day Monday" names "Monday" after days: only weeks and months take days to recur on',
    );
  });

  it("refuses what is no weekday", () => {
    const allowed = "which is no weekday: write Monday to Sunday in full, with a comma between them";
    assert.equal(errorIn("Week Sat,Sunday,Mon"), `"Week Sat,Sunday,Mon" names "Sat", "Mon", ${allowed}`);
    assert.equal(errorIn("Week Saturday Sunday"), `"Week Saturday Sunday" names "Saturday Sunday", ${allowed}`);
    assert.equal(errorIn("Week Saturday,"), `"Week Saturday," names "", ${allowed}`);
  });

  it("refuses what is no day of the month", () => {
    assert.equal(
      errorIn("Month day0,day7,day32"),
      '"Month day0,day7,day32" names "day0", "day32", which is no day of the month: write day1 to day31',
    );
    for (const text of [
      "Month Sunday",
      "Month Fifth Sunday",
      "Month First Monday,Tuesday",
      "Month First Monday Offset+3",
    ]) {
      assert.equal(
        errorIn(text),
        `"${text}" names "${text.slice("Month ".length)}", which is no day of the month: write days (day1,day15), or First, Second, Third, Fourth or Last, one weekday, and at most one offset (Second Tuesday Offset4)`,
      );
    }
  });

  it("refuses an offset beyond six days", () => {
    assert.equal(
      errorIn("Month Second Tuesday Offset7"),
      '"Month Second Tuesday Offset7" has an offset of 7 days: it is from -6 to 6',
    );
    assert.equal(
      errorIn("Month Second Tuesday Offset-7"),
      '"Month Second Tuesday Offset-7" has an offset of -7 days: it is from -6 to 6',
    );
  });
});

const every = fc.integer({ min: 1, max: 400 });
const plain = { noNullPrototype: true } as const;
const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ unit: fc.constant("Hour" as const), every: fc.integer({ min: 6, max: 400 }) }, plain),
  fc.record({ unit: fc.constant("Day" as const), every }, plain),
  fc.record({ unit: fc.constant("Week" as const), every, weekdays: fc.subarray([...weekdays]) }, plain),
  fc.record(
    {
      unit: fc.constant("Month" as const),
      every,
      daysOfMonth: fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)), { minLength: 1 }),
    },
    plain,
  ),
  fc.record(
    {
      unit: fc.constant("Month" as const),
      every,
      weekOfMonth: fc.constantFrom(...weeksOfMonth),
      weekday: fc.constantFrom(...weekdays),
      offset: fc.integer({ min: -6, max: 6 }),
    },
    plain,
  ),
);

describe("formatRecurEvery", () => {
  it("writes what parseRecurEvery reads as the same", () => {
    fc.assert(
      fc.property(recurrences, (recurrence) => assert.deepEqual(read(formatRecurEvery(recurrence)), recurrence)),
    );
  });

  it("writes what is read the same in any letter case", () => {
    fc.assert(
      fc.property(recurrences, fc.constantFrom("toLowerCase" as const, "toUpperCase" as const), (recurrence, change) =>
        assert.deepEqual(read(formatRecurEvery(recurrence)[change]()), recurrence),
      ),
    );
  });

  it("writes it as the schema does", () => {
    assert.equal(formatRecurEvery(read("1day")), "Day");
    assert.equal(formatRecurEvery(read("2week sunday, MONDAY")), "2Weeks Sunday,Monday");
    assert.equal(formatRecurEvery(read("month DAY1, day31")), "Month day1,day31");
    assert.equal(formatRecurEvery(read("1months second tuesday offset0")), "Month Second Tuesday");
  });
});

describe("parseRecurEvery on any text", () => {
  it("never throws, and reads nothing that it could not write again", () => {
    const words = fc.constantFrom(
      "Day",
      "2Weeks",
      "Month",
      "day31",
      "day-1",
      "First",
      "Sunday",
      "Offset6",
      ",",
      "",
      "7",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 5 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseRecurEvery(text);
        if (parsed.ok) assert.deepEqual(read(formatRecurEvery(parsed.recurrence)), parsed.recurrence);
        else assert.ok(parsed.error.startsWith(`"${text}" `));
      }),
    );
  });
});

describe("lacksDayOfMonth", () => {
  it("finds months without a day, and nothing else", () => {
    const texts = ["Month", " 2months ", "Month day1", "Months Second", "Week", "Monthly", ""];
    assert.deepEqual(texts.filter(lacksDayOfMonth), ["Month", " 2months "]);
  });
});

describe("hoursBetweenRuns", () => {
  it("reads hours, allowed or not, and nothing else", () => {
    assert.deepEqual(["Hour", "0Hours", " 6hours ", "36Hours"].map(hoursBetweenRuns), [1, 0, 6, 36]);
    assert.deepEqual(["Day", "6Hours Monday", "6 Hours", ""].map(hoursBetweenRuns), Array(4).fill(undefined));
  });
});
