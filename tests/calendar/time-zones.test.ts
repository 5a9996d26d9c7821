import assert from "node:assert/strict";
import { Info } from "luxon";
import { WINDOWS_TO_IANA_MAP } from "windows-iana";
import { parseTimeZone } from "../../calendar";
import { timeZone } from "../../facts/schedules";

const read = (text: string) => {
  const parsed = parseTimeZone(text);
  return parsed.ok ? `${parsed.timeZone.windowsId} = ${parsed.timeZone.ianaName}` : parsed.error;
};

describe("parseTimeZone", () => {
  it("reads the Windows ids that Azure documents", () => {
    assert.deepEqual(timeZone.examples.map(read), [
      "UTC = Etc/UTC",
      "Pacific Standard Time = America/Los_Angeles",
      "W. Europe Standard Time = Europe/Berlin",
      "Korea Standard Time = Asia/Seoul",
      "Cen. Australia Standard Time = Australia/Adelaide",
      "India Standard Time = Asia/Calcutta",
    ]);
  });

  it("knows the clock of every Windows id", () => {
    const ids = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
    assert.equal(ids.length, 139);
    for (const id of ids) {
      const parsed = parseTimeZone(id);
      assert.ok(parsed.ok, id);
      assert.equal(parsed.timeZone.windowsId, id);
      assert.ok(Info.isValidIANAZone(parsed.timeZone.ianaName), id);
    }
  });

  it("translates IANA names, whatever their age and letter case", () => {
    const names = ["Europe/Berlin", "europe/berlin", "Asia/Kolkata", "Asia/Calcutta", "Europe/Kyiv", "Europe/Kiev"];
    assert.deepEqual(
      [...names, "Pacific/Kanton", "US/Pacific", "Etc/UTC", "GMT", "w. europe standard time"].map(read),
      [
        "W. Europe Standard Time = Europe/Berlin",
        "W. Europe Standard Time = Europe/Berlin",
        "India Standard Time = Asia/Calcutta",
        "India Standard Time = Asia/Calcutta",
        "FLE Standard Time = Europe/Kiev",
        "FLE Standard Time = Europe/Kiev",
        "UTC+13 = Etc/GMT-13",
        "Pacific Standard Time = America/Los_Angeles",
        "UTC = Etc/UTC",
        "UTC = Etc/UTC",
        "W. Europe Standard Time = Europe/Berlin",
      ],
    );
  });

  it("gives an IANA zone the clock of the Windows zone that stands for it", () => {
    assert.equal(read("Europe/Oslo"), "W. Europe Standard Time = Europe/Berlin");
  });

  it("translates almost every name that the runtime has", () => {
    const names = Intl.supportedValuesOf("timeZone");
    const unread = names.filter((name) => !parseTimeZone(name).ok);
    // The runtime's database is newer than the table now and then, and Windows has no zone for some.
    assert.ok(unread.length < names.length / 100, unread.join(", "));
  });

  it("refuses what is no time zone of Windows", () => {
    for (const text of ["", "Berlin", "+02:00", "Antarctica/Troll", "Europe/Berlin "]) {
      assert.equal(
        read(text),
        `${JSON.stringify(text)} is no time zone of Windows, the only ones that Azure takes: write an id such as "W. Europe Standard Time", or an IANA name that stands for one, such as "Europe/Berlin"`,
      );
    }
  });
});
