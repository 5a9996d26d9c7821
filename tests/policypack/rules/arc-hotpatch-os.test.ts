import { arcHotpatchOs as rule } from "../../../policypack/rules/arc-enabled-servers/arc-hotpatch-os";
import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { arcServer, arcServerComponent, licenseProfile, reporting, takenUp, windowsArcServer } from "../arc";
import { linuxMachine, unknown } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const asking = windowsArcServer({ osProfile: { windowsConfiguration: { enableHotpatching: true } } });
const notAsked = notApplicable("nothing asks for hotpatching");
const wrong = (property: string, found: string) =>
  broken({
    property,
    found: `"${found}"`,
    mustBe: "Windows Server 2025, Standard or Datacenter, on a server that hotpatches",
    fix: "leave out enableHotpatching and the licence feature Hotpatch, or upgrade the server",
  });
const enrolled = licenseProfile({ productFeatures: [{ name: "Hotpatch", subscriptionStatus: "Enabled" }] });

describe("arc-hotpatch-os", () => {
  it("is met by Windows Server 2025, as the agent or the component tells", () => {
    expectVerdicts(rule, [reporting({ osSku: "Windows Server 2025 Datacenter" }, asking)], { till: met });
    const component = arcServerComponent({ operatingSystem: "Windows", system: "Windows Server 2025" });
    expectVerdicts(rule, [takenUp(asking), component], { till: met });
  });

  it("is broken by other systems that ask by their settings", () => {
    const osSku = "Windows Server 2022 Datacenter";
    expectVerdicts(rule, [reporting({ osSku }, asking)], { till: wrong("osSku", osSku) });
    const osProfile = { linuxConfiguration: { enableHotpatching: true } };
    expectVerdicts(rule, [arcServer({ osProfile })], { till: wrong("osType", "Linux") });
  });

  it("is broken by other systems that ask by their licence profile", () => {
    expectVerdicts(rule, [arcServer(), enrolled], { till: wrong("osType", "Linux") });
  });

  it("does not apply where nothing asks, or the feature is off", () => {
    expectVerdicts(rule, [arcServer(), windowsArcServer({}, "files")], { till: notAsked, files: notAsked });
    const off = licenseProfile({ productFeatures: [{ name: "Hotpatch", subscriptionStatus: "Disabled" }] });
    expectVerdicts(rule, [arcServer(), off], { till: notAsked });
    const elsewhere = { ...enrolled, from: { machineName: ["files"] } };
    expectVerdicts(rule, [arcServer(), windowsArcServer({}, "files"), elsewhere], {
      till: notAsked,
      files: notApplicable("its agent has not reported its system, and no component is told it"),
    });
    expectVerdicts(rule, [linuxMachine()], {});
  });

  it("is not known while the setting is not, unless the system hotpatches anyway", () => {
    const property = "osProfile.linuxConfiguration.enableHotpatching";
    const server = arcServer({ osProfile: { linuxConfiguration: { enableHotpatching: unknown } } });
    expectVerdicts(rule, [server], { till: knownLater(property) });
    const profile = { osProfile: { windowsConfiguration: { enableHotpatching: unknown } } };
    expectVerdicts(rule, [reporting({ osSku: "Windows Server 2025 Standard" }, windowsArcServer(profile))], {
      till: met,
    });
  });
});
