import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { mcTimezone as rule } from "../../../policypack/rules/schedules/mc-timezone";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const mustBe = 'the Windows id of a time zone, such as "UTC", "Pacific Standard Time", "W. Europe Standard Time"';

describe("mc-timezone", () => {
  it("is met by Windows ids, whatever the letter case", () => {
    for (const timeZone of ["UTC", "W. Europe Standard Time", "pacific standard time", "UTC-11"]) {
      expectVerdicts(rule, [schedule({ timeZone })], { weekly: met });
    }
  });

  it("is broken by an IANA name, and says which id stands for it", () => {
    for (const [timeZone, id] of [
      ["Europe/Berlin", "W. Europe Standard Time"],
      ["America/Los_Angeles", "Pacific Standard Time"],
      ["Etc/UTC", "UTC"],
    ]) {
      expectVerdicts(rule, [schedule({ timeZone })], {
        weekly: broken({
          property: "timeZone",
          found: `"${timeZone}"`,
          mustBe,
          fix: `timeZone: "${id}"`,
          component: "MaintenanceSchedule",
          componentFix: `timeZone: "${timeZone}", which it translates`,
        }),
      });
    }
  });

  it("is broken by abbreviations and offsets", () => {
    for (const timeZone of ["CEST", "+01:00", "UTC+1"]) {
      expectVerdicts(rule, [schedule({ timeZone })], {
        weekly: broken({
          property: "timeZone",
          found: `"${timeZone}"`,
          mustBe,
          fix: "timeZone: one of the ids that tzutil /l lists on Windows",
        }),
      });
    }
  });

  it("is not known with what may be an id of Windows all the same", () => {
    expectVerdicts(rule, [schedule({ timeZone: "Kamchatka Standard Time" })], {
      weekly: notKnown({
        property: "timeZone",
        because: 'is "Kamchatka Standard Time", which is written as a Windows id, but none that is known',
      }),
    });
  });

  it("is not known while the time zone is not", () => {
    expectVerdicts(rule, [schedule({ timeZone: unknown })], { weekly: knownLater("timeZone") });
  });

  it("does not apply without a time zone, nor to configurations for hosts", () => {
    expectVerdicts(rule, [schedule({ timeZone: undefined })], {
      weekly: notApplicable("the time zone is left to Azure"),
    });
    expectHostsLeftAlone(rule, { timeZone: "Europe/Berlin" });
  });
});

describe("mc-timezone as a remediation", () => {
  it("translates the name of a time zone", () => {
    const windowsId = { path: "timeZone", value: "W. Europe Standard Time" };
    expectChanges(rule, schedule({ timeZone: "Europe/Berlin" }), windowsId);
  });

  it("leaves alone Windows ids, what it cannot translate, and other configurations and resources", () => {
    for (const timeZone of ["W. Europe Standard Time", "Kamchatka Standard Time", "+01:00", undefined]) {
      expectChanges(rule, schedule({ timeZone }));
    }
    expectChanges(rule, schedule({ maintenanceScope: "Host", timeZone: "Europe/Berlin" }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, schedule({ timeZone: unknown }), "timeZone");
  });
});
