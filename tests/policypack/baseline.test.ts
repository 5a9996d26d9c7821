import assert from "node:assert/strict";
import { baselinesOf } from "../../policypack/baseline";
import { vmPeriodicAssessment } from "../../policypack/rules/azure-vm-settings/vm-periodic-assessment";
import type { Rule } from "../../policypack/rules/rule";
import { linuxMachine, linuxProfile } from "./fixture";
import { runPack } from "./run-pack";

const older: Rule = vmPeriodicAssessment;
const newer: Rule = { ...older, code: "AUM900", name: "vm-newer", since: "2027-02" };
const machine = linuxMachine({ osProfile: linuxProfile() });

const policies = (baseline: string | undefined, inCode?: string) =>
  runPack([older, newer], [machine], {
    config: baseline === undefined ? {} : { baseline: { baseline } },
    ...(inCode !== undefined && { selection: { baseline: inCode } }),
  }).findings.map(({ policy }) => policy);

describe("a baseline", () => {
  it("leaves out the rules that came after it", () => {
    assert.deepEqual(policies("2026-11"), ["vm-periodic-assessment"]);
    assert.deepEqual(policies("2027-02"), ["vm-periodic-assessment", "vm-newer"]);
  });

  it("is that of the newest rule where none is chosen", () => {
    assert.deepEqual(policies(undefined), ["vm-periodic-assessment", "vm-newer"]);
  });

  it("can be chosen in code, and is overruled by the policy configuration", () => {
    assert.deepEqual(policies(undefined, "2026-11"), ["vm-periodic-assessment"]);
    assert.deepEqual(policies("2027-02", "2026-11"), ["vm-periodic-assessment", "vm-newer"]);
  });

  it("is a violation where the pack has none of that month", () => {
    const { findings } = runPack([older, newer], [machine], { config: { baseline: { baseline: "2026-10" } } });
    assert.deepEqual(findings, [
      { policy: "baseline", urn: undefined, message: 'baseline is "2026-10", must be one of "2026-11", "2027-02".' },
    ]);
  });

  it("is one of the months in which rules appeared", () => {
    assert.deepEqual(baselinesOf([newer, older, newer]), ["2026-11", "2027-02"]);
  });
});
