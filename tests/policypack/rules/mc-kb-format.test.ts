import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { mcKbFormat as rule } from "../../../policypack/rules/schedules/mc-kb-format";
import { schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts, knownLater } from "./expect";

const naming = (windowsParameters: object) => ({ installPatches: { windowsParameters } });

const noNumber = (path: string, found: string, fix: string) =>
  broken({
    property: `installPatches.windowsParameters.${path}`,
    found: `"${found}"`,
    mustBe: 'digits, with or without the prefix "KB"',
    fix: `installPatches.windowsParameters.${path}: ${fix}`,
  });

describe("mc-kb-format", () => {
  it("is met by numbers with the prefix and without", () => {
    expectVerdicts(rule, [schedule(naming({ kbNumbersToInclude: ["5034441", "KB5034441", "kb1"] }))], { weekly: met });
  });

  it("is broken by text around the number, and by no number at all", () => {
    expectVerdicts(rule, [schedule(naming({ kbNumbersToInclude: ["1234", "KB 5034441"] }))], {
      weekly: noNumber("kbNumbersToInclude[1]", "KB 5034441", '"5034441"'),
    });
    expectVerdicts(rule, [schedule(naming({ kbNumbersToExclude: ["SQL*"] }))], {
      weekly: noNumber("kbNumbersToExclude[0]", "SQL*", 'such as "5034441"'),
    });
  });

  it("is broken whatever is unknown beside it, and not known otherwise", () => {
    expectVerdicts(rule, [schedule(naming({ kbNumbersToInclude: [unknown], kbNumbersToExclude: ["KB"] }))], {
      weekly: noNumber("kbNumbersToExclude[0]", "KB", 'such as "5034441"'),
    });
    expectVerdicts(rule, [schedule(naming({ kbNumbersToInclude: ["1", unknown] }))], {
      weekly: knownLater("installPatches.windowsParameters.kbNumbersToInclude[1]"),
    });
  });

  it("does not apply without numbers, nor to packages of Linux, nor to configurations for hosts", () => {
    const none = notApplicable("the schedule names no updates of Windows");
    expectVerdicts(rule, [schedule()], { weekly: none });
    const linuxParameters = { packageNameMasksToInclude: ["kernel*"] };
    expectVerdicts(rule, [schedule({ installPatches: { linuxParameters } })], { weekly: none });
    expectHostsLeftAlone(rule, naming({ kbNumbersToInclude: ["x"] }));
  });
});
