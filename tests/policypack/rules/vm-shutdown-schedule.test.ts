import { vmShutdownSchedule as rule } from "../../../policypack/rules/azure-vm-settings/vm-shutdown-schedule";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { assignment, autoShutdown, type Declared, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const fleet = [linuxMachine(), schedule(), assignment("web")];

/** The fixture's schedule patches from 02:00 to 05:00 on Saturdays. */
const brokenAt = (found: string, property = "dailyRecurrence.time") =>
  broken({
    property,
    found: `"${found}"`,
    mustBe: "outside 01:45 to 05:00, when schedule weekly patches web",
    fix: `${property}: "0500"`,
  });

describe("vm-shutdown-schedule", () => {
  for (const time of ["0144", "0500", "1900", "19:00"]) {
    it(`is met by a shutdown at ${time}`, () => {
      expectVerdicts(rule, [...fleet, autoShutdown(time)], { shutdown: met });
    });
  }

  for (const time of ["0145", "0200", "03:30", "0459"]) {
    it(`is broken by a shutdown at ${time}`, () => {
      expectVerdicts(rule, [...fleet, autoShutdown(time)], { shutdown: brokenAt(time) });
    });
  }

  it("is broken in a window that reaches into the next day", () => {
    const late = schedule({ startDateTime: "2026-01-10 23:00" });
    expectVerdicts(rule, [linuxMachine(), late, assignment("web"), autoShutdown("0100")], {
      shutdown: broken({
        property: "dailyRecurrence.time",
        found: '"0100"',
        mustBe: "outside 22:45 to 02:00, when schedule weekly patches web",
        fix: 'dailyRecurrence.time: "0200"',
      }),
    });
  });

  it("looks at the weekdays of a weekly shutdown", () => {
    const on = (weekdays: readonly string[]) =>
      autoShutdown("", { dailyRecurrence: undefined, weeklyRecurrence: { time: "0200", weekdays } });
    expectVerdicts(rule, [...fleet, on(["Monday", "Friday"])], { shutdown: met });
    expectVerdicts(rule, [...fleet, on(["Monday", "saturday"])], {
      shutdown: brokenAt("0200", "weeklyRecurrence.time"),
    });
  });

  it("finds the machine by its id, in any letter case", () => {
    const targetResourceId = "/subscriptions/0000/resourcegroups/FLEET/providers/microsoft.compute/virtualmachines/WEB";
    const literal: Declared = { ...autoShutdown("0200", { targetResourceId }), from: {} };
    expectVerdicts(rule, [...fleet, literal], { shutdown: brokenAt("0200") });
  });

  it("takes a time zone in any letter case", () => {
    const shutdown = autoShutdown("0200", { timeZoneId: "W. EUROPE Standard Time" });
    expectVerdicts(rule, [...fleet, shutdown], { shutdown: brokenAt("0200") });
  });

  it("is not known where the two have different time zones", () => {
    expectVerdicts(rule, [...fleet, autoShutdown("0200", { timeZoneId: "UTC" })], {
      shutdown: notKnown({
        property: "timeZoneId",
        because: 'is "UTC", while schedule weekly has "W. Europe Standard Time"',
      }),
    });
  });

  it("is not known while the window, the time or the machine is not", () => {
    const open = schedule({ startDateTime: unknown });
    expectVerdicts(rule, [linuxMachine(), open, assignment("web"), autoShutdown("0200")], {
      shutdown: notKnown({ property: "startDateTime", because: "of weekly is known only after deployment" }),
    });
    expectVerdicts(rule, [...fleet, autoShutdown(unknown)], {
      shutdown: notKnown({ property: "dailyRecurrence.time", because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [...fleet, { ...autoShutdown("0200"), from: {} }], {
      shutdown: notKnown({ property: "targetResourceId", because: "is known only after deployment" }),
    });
  });

  it("is not known of a time that is none", () => {
    expectVerdicts(rule, [...fleet, autoShutdown("7pm")], {
      shutdown: notKnown({
        property: "dailyRecurrence.time",
        because: 'is "7pm", where Azure takes a time of day as HHmm',
      }),
    });
  });

  it("does not apply to a disabled shutdown, or to a task of a lab", () => {
    const verdict = notApplicable("it is not the enabled auto-shutdown of a VM");
    for (const change of [{ status: "Disabled" }, { status: undefined }, { taskType: "LabVmsShutdownTask" }]) {
      expectVerdicts(rule, [...fleet, autoShutdown("0200", change)], { shutdown: verdict });
    }
  });

  it("does not apply to a machine without a schedule, or outside the stack", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), autoShutdown("0200")], {
      shutdown: notApplicable("no schedule of this stack reaches the machine"),
    });
    const targetResourceId = "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Compute/virtualMachines/db";
    expectVerdicts(rule, [...fleet, { ...autoShutdown("0200", { targetResourceId }), from: {} }], {
      shutdown: notApplicable("it shuts down no VM of this stack"),
    });
  });
});
