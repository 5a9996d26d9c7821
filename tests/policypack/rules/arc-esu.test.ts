import { arcEsu as rule } from "../../../policypack/rules/arc-enabled-servers/arc-esu";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { arcServerComponent, licenseProfile, reporting, takenUp, windowsArcServer } from "../arc";
import { qualifiedType, unknown, urnOf, windowsMachine } from "../fixture";
import { expectVerdicts } from "./expect";

const osSku = "Windows Server 2012 R2 Standard";
const server = reporting({ osSku }, windowsArcServer());
const state = "licenseProfile.esuProfile.licenseAssignmentState";
const rest = {
  fix: "a hybridcompute.LicenseProfile of the server with assignedLicense: license.id",
  component: "ArcServer",
  componentFix: "machine: { licenseProfile: { extendedSecurityUpdatesLicenseId: license.id } }",
};
const assigned = (licenseAssignmentState: string) => ({ esuProfile: { licenseAssignmentState } });

describe("arc-esu", () => {
  it("is met by a licence profile with a licence, known or not", () => {
    for (const system of [osSku, "Windows Server 2012 Datacenter"]) {
      const declared = reporting({ osSku: system }, windowsArcServer());
      expectVerdicts(rule, [declared, licenseProfile({ assignedLicense: unknown })], { till: met });
    }
    const component = arcServerComponent({ operatingSystem: "Windows", system: "Windows Server 2012 R2" });
    const declared = takenUp(windowsArcServer());
    const profile = {
      ...licenseProfile({ assignedLicense: unknown }),
      from: { machineName: [urnOf(qualifiedType(declared), "till")] },
    };
    expectVerdicts(rule, [declared, component, profile], { till: met });
  });

  it("is met by a licence that the service reports", () => {
    expectVerdicts(rule, [reporting({ osSku, licenseProfile: assigned("Assigned") }, windowsArcServer())], {
      till: met,
    });
  });

  it("is broken where the service reports none", () => {
    expectVerdicts(rule, [reporting({ osSku, licenseProfile: assigned("NotAssigned") }, windowsArcServer())], {
      till: broken({ property: state, found: '"NotAssigned"', mustBe: `"Assigned" on ${osSku}`, ...rest }),
    });
  });

  it("is broken by a licence profile without a licence", () => {
    expectVerdicts(rule, [server, licenseProfile({ softwareAssuranceCustomer: true })], {
      till: broken({
        property: "assignedLicense",
        found: 'not set in the licence profile "licences"',
        mustBe: `the id of a licence for Extended Security Updates, which ${osSku} needs`,
        ...rest,
      }),
    });
  });

  it("is not known where the licence would be another stack's", () => {
    const outside = notKnown({ property: state, because: "is decided outside this stack, if at all" });
    expectVerdicts(rule, [server], { till: outside });
    const other = { ...licenseProfile({ assignedLicense: "x", machineName: "files" }), from: {} };
    expectVerdicts(rule, [server, other], { till: outside });
  });

  it("does not apply to other systems, to untold ones, and to Azure VMs", () => {
    const newer = reporting({ osSku: "Windows Server 2016 Datacenter" }, windowsArcServer());
    expectVerdicts(rule, [newer], {
      till: notApplicable("Windows Server 2016 Datacenter gets its updates without a licence"),
    });
    expectVerdicts(rule, [windowsArcServer()], {
      till: notApplicable("its agent has not reported its system, and no component is told it"),
    });
    expectVerdicts(rule, [windowsMachine()], {});
  });
});
