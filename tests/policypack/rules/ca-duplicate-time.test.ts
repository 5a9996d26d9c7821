import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { caDuplicateTime as rule } from "../../../policypack/rules/schedules/ca-duplicate-time";
import { arcServer } from "../arc";
import { assignment, type Declared, dynamicScope, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

/** A machine with the fixture's schedule, of Saturdays at 02:00, and with another one. */
function stack(change: object): readonly Declared[] {
  const workers = schedule(change, "workers");
  return [linuxMachine(), schedule(), workers, assignment("web"), assignment("web", "workers")];
}

const clash = (start: string, runs: string, weeklyRuns = runs) =>
  broken({
    property: "startDateTime",
    found: `"${start}" in schedule "workers", which runs at ${runs}`,
    mustBe: `clear of schedule "weekly", which patches the machine too and runs at ${weeklyRuns}`,
    fix: 'in "workers", a startDateTime after the window of "weekly", or one schedule for the machine',
  });
const start = "2026-01-01 02:00";

describe("ca-duplicate-time", () => {
  it("is met by schedules that start at different moments", () => {
    expectVerdicts(rule, stack({ recurEvery: "1Month First Sunday" }), { web: met });
    expectVerdicts(rule, stack({ startDateTime: "2026-01-10 05:00" }), { web: met });
  });

  it("is met by windows that overlap, since Azure lets one run wait, unless the team asks", () => {
    const declared = stack({ startDateTime: "2026-01-10 04:59" });
    expectVerdicts(rule, declared, { web: met });
    expectVerdicts(
      rule,
      declared,
      { web: clash("2026-01-10 04:59", "2026-01-10 04:59", "2026-01-10 02:00") },
      { overlaps: true },
    );
    expectVerdicts(rule, stack({ startDateTime: "2026-01-10 05:00" }), { web: met }, { overlaps: true });
  });

  it("is broken by the same moment, however seldom it is", () => {
    expectVerdicts(rule, stack({}), { web: clash("2026-01-10 02:00", "2026-01-10 02:00") });
    expectVerdicts(rule, stack({ startDateTime: start, recurEvery: "1Month Last Saturday" }), {
      web: clash(start, "2026-01-31 02:00"),
    });
    expectVerdicts(rule, stack({ startDateTime: start, recurEvery: "2Months day28" }), {
      web: clash(start, "2026-03-28 02:00"),
    });
    expectVerdicts(rule, stack({ startDateTime: "2026-01-04 20:00", recurEvery: "6Hours" }), {
      web: clash("2026-01-04 20:00", "2026-01-10 02:00"),
    });
  });

  it("is broken on an Arc-enabled server too, and by no schedule of another server", () => {
    const toServer = { providerName: "Microsoft.HybridCompute", resourceType: "machines" };
    const declared = [arcServer(), schedule(), schedule({}, "workers"), assignment("till", "weekly", toServer)];
    expectVerdicts(rule, [...declared, assignment("till", "workers", toServer)], {
      till: clash("2026-01-10 02:00", "2026-01-10 02:00"),
    });
    const none = notApplicable("no two schedules of this stack reach the machine");
    expectVerdicts(rule, [...declared, arcServer({}, "desk"), assignment("desk", "workers", toServer)], {
      till: none,
      desk: none,
    });
  });

  it("is broken by the same moment on the clock of another time zone", () => {
    const declared = stack({ startDateTime: "2026-01-10 01:00", timeZone: "GMT Standard Time" });
    expectVerdicts(rule, declared, { web: clash("2026-01-10 01:00", "2026-01-10 01:00", "2026-01-10 02:00") });
    expectVerdicts(rule, stack({ startDateTime: "2026-01-10 02:00", timeZone: "GMT Standard Time" }), { web: met });
  });

  it("is broken only for part of the year, where one zone has daylight saving and the other has not", () => {
    expectVerdicts(rule, stack({ startDateTime: "2026-01-10 00:00", timeZone: "UTC" }), {
      web: clash("2026-01-10 00:00", "2026-04-04 00:00", "2026-04-04 02:00"),
    });
  });

  it("says the same in whatever order the engine has the assignments", () => {
    const [machine, ...others] = stack({});
    expectVerdicts(rule, [machine as Declared, ...others.reverse()], {
      web: clash("2026-01-10 02:00", "2026-01-10 02:00"),
    });
  });

  it("is met where one schedule ends before the other begins", () => {
    expectVerdicts(rule, stack({ startDateTime: start, expirationDateTime: "2026-01-09 00:00" }), { web: met });
    expectVerdicts(rule, stack({ startDateTime: start, expirationDateTime: "2026-01-01 01:00" }), { web: met });
  });

  it("is broken by a known schedule, whatever is unknown of a third", () => {
    const third = [schedule({ startDateTime: unknown }, "third"), assignment("web", "third")];
    expectVerdicts(rule, [...stack({}), ...third], { web: clash("2026-01-10 02:00", "2026-01-10 02:00") });
  });

  it("is not known while it is not known when a schedule runs", () => {
    expectVerdicts(rule, stack({ recurEvery: unknown }), {
      web: notKnown({ property: "recurEvery", because: "of workers is known only after deployment" }),
    });
    expectVerdicts(rule, stack({ recurEvery: "1Fortnight" }), {
      web: notKnown({ property: "maintenance window", because: "of workers is none that Azure takes" }),
    });
  });

  it("is not known while it is not known whether a second schedule reaches the VM", () => {
    const anyMachine = { ...assignment("web", "workers"), from: { maintenanceConfigurationId: ["workers"] } };
    expectVerdicts(rule, [linuxMachine(), schedule(), schedule({}, "workers"), assignment("web"), anyMachine], {
      web: notKnown({ property: "resourceName", because: "is known only after deployment" }),
    });
    const outside =
      "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Maintenance/maintenanceConfigurations/x";
    const elsewhere = assignment("web", "x", { maintenanceConfigurationId: outside });
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web"), elsewhere], {
      web: notKnown({
        property: "maintenanceConfigurationId",
        because: "of x-web names a schedule outside this stack",
      }),
    });
  });

  it("does not apply to one schedule that reaches a VM, or may, in two ways", () => {
    const verdict = notApplicable("no two schedules of this stack reach the machine");
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web"), dynamicScope()], { web: verdict });
    const scope = dynamicScope({ osTypes: [unknown] });
    expectVerdicts(rule, [linuxMachine(), schedule(), scope, assignment("web")], { web: verdict });
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web"), scope], { web: verdict });
  });

  it("does not apply to configurations of other scopes, or to schedules of other machines", () => {
    const verdict = notApplicable("no two schedules of this stack reach the machine");
    expectVerdicts(rule, stack({ maintenanceScope: "Host" }), { web: verdict });
    const others = [schedule({}, "workers"), linuxMachine({}, "till"), assignment("till", "workers")];
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web"), ...others], { web: verdict, till: verdict });
  });
});
