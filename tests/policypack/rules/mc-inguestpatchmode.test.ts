import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { mcInguestpatchmode as rule } from "../../../policypack/rules/schedules/mc-inguestpatchmode";
import { linuxMachine, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const property = "extensionProperties.InGuestPatchMode";
const mustBeUser = (found: string) =>
  broken({ property, found, mustBe: '"User"', fix: 'extensionProperties: { InGuestPatchMode: "User" }' });

describe("mc-inguestpatchmode", () => {
  it("is met by User, whatever the letter case", () => {
    expectVerdicts(rule, [schedule()], { weekly: met });
    expectVerdicts(rule, [schedule({ extensionProperties: { inGuestPatchMode: "user" } })], { weekly: met });
  });

  it("is broken without extension properties, without the mode and with another one", () => {
    expectVerdicts(rule, [schedule({ extensionProperties: undefined })], { weekly: mustBeUser("not set") });
    expectVerdicts(rule, [schedule({ extensionProperties: {} })], { weekly: mustBeUser("not set") });
    const extensionProperties = { InGuestPatchMode: "Manual" };
    expectVerdicts(rule, [schedule({ extensionProperties })], { weekly: mustBeUser('"Manual"') });
  });

  it("is not known with Platform, which the service takes and no document explains", () => {
    expectVerdicts(rule, [schedule({ extensionProperties: { InGuestPatchMode: "Platform" } })], {
      weekly: notKnown({ property, because: 'is "Platform", of which no document says what it does' }),
    });
  });

  it("is not known while the mode is not", () => {
    const extensionProperties = { InGuestPatchMode: unknown };
    expectVerdicts(rule, [schedule({ extensionProperties })], { weekly: knownLater(property) });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, { extensionProperties: undefined });
  });
});

describe("mc-inguestpatchmode as a remediation", () => {
  const path = "extensionProperties.InGuestPatchMode";

  it("sets the mode, under the name that it has", () => {
    expectChanges(rule, schedule({ extensionProperties: undefined }), { path, value: "User" });
    expectChanges(rule, schedule({ extensionProperties: { InGuestPatchMode: "Owner" } }), { path, value: "User" });
    const spelled = schedule({ extensionProperties: { inGuestPatchMode: "Owner" } });
    expectChanges(rule, spelled, { path: "extensionProperties.inGuestPatchMode", value: "User" });
  });

  it("leaves alone what has it, what no document tells of, and other configurations and resources", () => {
    expectChanges(rule, schedule());
    expectChanges(rule, schedule({ extensionProperties: { InGuestPatchMode: "Platform" } }));
    expectChanges(rule, schedule({ maintenanceScope: "Host", extensionProperties: undefined }));
    expectChanges(rule, linuxMachine());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, schedule({ extensionProperties: { InGuestPatchMode: unknown } }), path);
    expectLeftUnknown(rule, schedule({ maintenanceScope: unknown }), "maintenanceScope");
  });
});
