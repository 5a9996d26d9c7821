import { arcRegion as rule } from "../../../policypack/rules/arc-enabled-servers/arc-region";
import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { arcServer } from "../arc";
import { linuxMachine, unknown } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const wrong = (location: string) =>
  broken({
    property: "location",
    found: `"${location}"`,
    mustBe: "a region on Update Manager's list for Arc-enabled servers",
    fix: "connect the server in another region, as azcmagent connect --location says",
    component: "ArcServer",
    componentFix: "location, of a region on the list",
  });

describe("arc-region", () => {
  it("is met by the regions of each cloud, as id and as display name", () => {
    for (const location of ["westeurope", "West Europe", "usgovvirginia", "chinanorth3"]) {
      expectVerdicts(rule, [arcServer({ location })], { till: met });
    }
  });

  it("is broken by regions for Azure VMs alone, and by those that the list does not have", () => {
    for (const location of ["usgovtexas", "chinaeast", "chinaeast3", "chinanorth", "polandcentral", "Poland Central"]) {
      expectVerdicts(rule, [arcServer({ location })], { till: wrong(location) });
    }
  });

  it("is not known while the location is not", () => {
    expectVerdicts(rule, [arcServer({ location: unknown })], { till: knownLater("location") });
  });

  it("does not apply without a region", () => {
    expectVerdicts(rule, [arcServer({ location: undefined })], {
      till: notApplicable("the resource has no location of its own"),
    });
    expectVerdicts(rule, [arcServer({ location: "global" })], { till: notApplicable('"global" is not a region') });
  });

  it("says nothing of Azure VMs, which have no such list", () => {
    expectVerdicts(rule, [linuxMachine({ location: "polandcentral" })], {});
  });
});
