import { arcOsSupported as rule } from "../../../policypack/rules/arc-enabled-servers/arc-os-supported";
import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { arcServer, arcServerComponent, reporting, takenUp, windowsArcServer } from "../arc";
import { linuxMachine, unknown } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const wrong = (system: string, property = "osSku") =>
  broken({
    property,
    found: `"${system}"`,
    mustBe: "a system on Update Manager's list for Arc-enabled servers",
    fix: "upgrade the system of the server, or patch it by other means",
  });

describe("arc-os-supported", () => {
  it("is met by systems on the list, as agents report them", () => {
    for (const osSku of [
      "Ubuntu 24.04.1 LTS",
      "Red Hat Enterprise Linux 9.4 (Plow)",
      "SUSE Linux Enterprise Server 15 SP5",
      "Debian GNU/Linux 12 (bookworm)",
      "Oracle Linux Server 8.9",
      "Windows Server 2012 R2 Standard",
      "Windows Server 2025 Datacenter",
      "Windows 10 IoT Enterprise LTSC 2021",
    ]) {
      expectVerdicts(rule, [reporting({ osSku })], { till: met });
    }
  });

  it("is broken by versions and distributions that are not on the list", () => {
    for (const osSku of [
      "Ubuntu 14.04.6 LTS",
      "Windows Server 2012 Standard",
      "CentOS Linux 7 (Core)",
      "Windows 11 Pro",
    ]) {
      expectVerdicts(rule, [reporting({ osSku })], { till: wrong(osSku) });
    }
  });

  it("is told by the component before the agent reports, and by the agent afterwards", () => {
    const component = arcServerComponent({ system: "Debian 9" });
    expectVerdicts(rule, [component], { till: wrong("Debian 9", "system") });
    // Both have one name: the verdict is on the server, since it has a resource of its own.
    const server = takenUp(arcServer());
    expectVerdicts(rule, [server, component], { till: wrong("Debian 9", "system") });
    expectVerdicts(rule, [reporting({ osSku: "Debian GNU/Linux 12" }, server), component], { till: met });
  });

  it("does not take the component of another server for its own", () => {
    const server = takenUp(windowsArcServer());
    const other = arcServerComponent({ system: "Ubuntu 24.04" }, "files");
    expectVerdicts(rule, [server, other], {
      till: notApplicable("its agent has not reported its system, and no component is told it"),
      files: met,
    });
  });

  it("is not known while what the component is told is not", () => {
    expectVerdicts(rule, [arcServerComponent({ system: unknown })], { till: knownLater("system") });
  });

  it("does not apply where nobody tells the system", () => {
    const verdict = notApplicable("its agent has not reported its system, and no component is told it");
    expectVerdicts(rule, [arcServer()], { till: verdict });
    expectVerdicts(rule, [reporting({ osSku: "" })], { till: verdict });
    expectVerdicts(rule, [arcServerComponent({ operatingSystem: "Linux" })], { till: verdict });
    expectVerdicts(rule, [linuxMachine()], {});
  });
});
