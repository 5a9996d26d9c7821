import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcScope as rule } from "../../../policypack/rules/schedules/mc-scope";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const forGuests = (found: string) =>
  broken({
    property: "maintenanceScope",
    found,
    mustBe: '"InGuestPatch", since the configuration says how guests are patched',
    fix: 'maintenanceScope: "InGuestPatch"',
  });

describe("mc-scope", () => {
  it("is met by a schedule, whatever the letter case and whatever else is unknown", () => {
    expectVerdicts(rule, [schedule({ maintenanceScope: "inguestpatch", installPatches: unknown })], { weekly: met });
  });

  it("is broken by updates to install in another scope, or in none", () => {
    const change = { extensionProperties: undefined };
    expectVerdicts(rule, [schedule({ ...change, maintenanceScope: "Host" })], { weekly: forGuests('"Host"') });
    expectVerdicts(rule, [schedule({ ...change, maintenanceScope: undefined })], { weekly: forGuests("not set") });
  });

  it("is broken by the patch mode of guests in another scope", () => {
    const change = { installPatches: undefined, maintenanceScope: "OSImage" };
    expectVerdicts(rule, [schedule(change)], { weekly: forGuests('"OSImage"') });
  });

  it("does not apply to configurations for hosts, scale sets and databases", () => {
    const change = { installPatches: undefined, extensionProperties: undefined };
    for (const maintenanceScope of ["Host", "OSImage", "SQLDB", unknown]) {
      expectVerdicts(rule, [schedule({ ...change, maintenanceScope })], {
        weekly: notApplicable("the configuration says nothing of updates in the guest"),
      });
    }
    expectVerdicts(rule, [schedule({ ...change, maintenanceScope: "Host", extensionProperties: { other: "x" } })], {
      weekly: notApplicable("the configuration says nothing of updates in the guest"),
    });
  });

  it("is not known while the scope is not", () => {
    expectVerdicts(rule, [schedule({ maintenanceScope: unknown })], { weekly: knownLater("maintenanceScope") });
  });
});

describe("mc-scope as a remediation", () => {
  const path = "maintenanceScope";

  it("sets the scope of a configuration that says how guests are patched", () => {
    expectChanges(rule, schedule({ maintenanceScope: "Host" }), { path, value: "InGuestPatch" });
    expectChanges(rule, schedule({ maintenanceScope: undefined }), { path, value: "InGuestPatch" });
  });

  it("leaves alone what has it, what is for something else, and other resources", () => {
    expectChanges(rule, schedule());
    const hosts = { maintenanceScope: "Host", extensionProperties: undefined, installPatches: undefined };
    expectChanges(rule, schedule(hosts));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, schedule({ maintenanceScope: unknown }), path);
  });
});
