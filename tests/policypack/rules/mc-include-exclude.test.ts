import { broken, met } from "../../../policypack/rules/rule";
import { mcIncludeExclude as rule } from "../../../policypack/rules/schedules/mc-include-exclude";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

const windows = (kbNumbersToInclude: string[], kbNumbersToExclude: string[]) => ({
  installPatches: { windowsParameters: { kbNumbersToInclude, kbNumbersToExclude } },
});
const linux = (packageNameMasksToInclude: string[], packageNameMasksToExclude: string[]) => ({
  installPatches: { linuxParameters: { packageNameMasksToInclude, packageNameMasksToExclude } },
});

const clash = (property: string, found: string, system: "windows" | "linux") =>
  broken({
    property: `installPatches.${system}Parameters.${property}`,
    found,
    mustBe: "in one of the two lists",
    fix: "take it out of one of them",
  });

describe("mc-include-exclude", () => {
  it("is met by lists that have nothing in common", () => {
    expectVerdicts(rule, [schedule()], { weekly: met });
    expectVerdicts(rule, [schedule(windows(["KB1234"], ["12345", "KB123"]))], { weekly: met });
    expectVerdicts(rule, [schedule(linux(["kernel*", "MySQL"], ["kernel-debug*", "mysql"]))], { weekly: met });
  });

  it("is broken by a KB in both lists, with the prefix or without", () => {
    expectVerdicts(rule, [schedule(windows(["1", "KB1234"], ["1234"]))], {
      weekly: clash(
        "kbNumbersToInclude[1]",
        '"KB1234", which installPatches.windowsParameters.kbNumbersToExclude[0] leaves out as "1234"',
        "windows",
      ),
    });
  });

  it("is broken by a package that an excluded mask covers, whatever is unknown beside it", () => {
    expectVerdicts(rule, [schedule(linux(["kernel-tools"], [unknown, "kernel*"]))], {
      weekly: clash(
        "packageNameMasksToInclude[0]",
        '"kernel-tools", which installPatches.linuxParameters.packageNameMasksToExclude[1] leaves out as "kernel*"',
        "linux",
      ),
    });
    expectVerdicts(rule, [schedule(linux(["libc++"], ["libc++"]))], {
      weekly: clash(
        "packageNameMasksToInclude[0]",
        '"libc++", which installPatches.linuxParameters.packageNameMasksToExclude[0] leaves out as "libc++"',
        "linux",
      ),
    });
  });

  it("is not known while an excluded update is not, unless nothing is included", () => {
    expectVerdicts(rule, [schedule(windows(["1"], [unknown]))], {
      weekly: knownLater("installPatches.windowsParameters.kbNumbersToExclude[0]"),
    });
    expectVerdicts(rule, [schedule(windows([], [unknown]))], { weekly: met });
  });

  it("does not apply to configurations for hosts", () => {
    expectHostsLeftAlone(rule, windows(["1"], ["1"]));
  });
});
