import { arcArm64 as rule } from "../../../policypack/rules/arc-enabled-servers/arc-arm64";
import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { arcServer, arcServerComponent, reporting, takenUp } from "../arc";
import { linuxMachine } from "../fixture";
import { expectVerdicts } from "./expect";

const wrong = (version: string) =>
  broken({
    property: "osVersion",
    found: `"${version}"`,
    mustBe: "that of a system for x64",
    fix: "patch the server by other means",
  });

describe("arc-arm64", () => {
  it("is met by kernels for x64, and by systems that the agent supports on x64 alone", () => {
    for (const osVersion of ["4.18.0-553.el8_10.x86_64", "6.1.0-18-cloud-amd64"]) {
      expectVerdicts(rule, [reporting({ osVersion })], { till: met });
    }
    for (const osSku of ["Windows Server 2022 Datacenter", "Red Hat Enterprise Linux 9.4 (Plow)", "Rocky Linux 9"]) {
      expectVerdicts(rule, [reporting({ osSku, osVersion: "1" })], { till: met });
    }
    const component = arcServerComponent({ system: "Windows Server 2025" });
    expectVerdicts(rule, [takenUp(arcServer()), component], { till: met });
  });

  it("is broken by kernels for Arm64", () => {
    for (const osVersion of ["5.14.0-427.el9.aarch64", "6.1.0-18-arm64"]) {
      expectVerdicts(rule, [reporting({ osVersion })], { till: wrong(osVersion) });
    }
  });

  it("does not apply where nothing tells the processor", () => {
    const verdict = notApplicable("nothing tells its processor");
    expectVerdicts(rule, [arcServer()], { till: verdict });
    expectVerdicts(rule, [reporting({ osSku: "Ubuntu 22.04.4 LTS", osVersion: "6.5.0-1021-aws" })], { till: verdict });
    expectVerdicts(rule, [linuxMachine()], {});
  });
});
