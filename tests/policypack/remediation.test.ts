import assert from "node:assert/strict";
import { applyChanges } from "../../policypack/remediation";
import { vmPeriodicAssessment } from "../../policypack/rules/azure-vm-settings/vm-periodic-assessment";
import type { Rule } from "../../policypack/rules/rule";
import { linuxMachine, linuxProfile, schedule, unknown } from "./fixture";
import { runPack } from "./run-pack";

const path = "osProfile.linuxConfiguration.patchSettings.assessmentMode";
const assessing: Rule = {
  ...vmPeriodicAssessment,
  remediate: ({ settings, type }) => {
    if (type !== "compute:VirtualMachine") return [];
    const patchSettings = settings.object("osProfile").object("linuxConfiguration").object("patchSettings");
    return patchSettings.text("assessmentMode") === undefined ? [{ path, value: "AutomaticByPlatform" }] : [];
  },
};
const remediating = { "vm-periodic-assessment": { enforcementLevel: "remediate" } };
const machine = linuxMachine({ osProfile: linuxProfile({ patchMode: unknown }) });

describe("the level remediate", () => {
  it("mends a resource, leaves everything else as it is, and so leaves nothing to find", () => {
    const { findings, remediated, inputs } = runPack([assessing], [machine, schedule()], { config: remediating });
    assert.deepEqual(remediated, ["vm-periodic-assessment web"]);
    assert.deepEqual(findings, []);
    assert.deepEqual(inputs.get("web"), {
      ...machine.inputs,
      osProfile: linuxProfile({ patchMode: unknown, assessmentMode: "AutomaticByPlatform" }),
    });
    assert.deepEqual(inputs.get("weekly"), schedule().inputs);
  });

  it("is the team's choice: at any other level the rule finds and changes nothing", () => {
    const { findings, remediated } = runPack([assessing], [machine]);
    assert.deepEqual(remediated, []);
    assert.equal(findings.length, 1);
  });

  it("leaves alone what is not known", () => {
    const later = linuxMachine({ osProfile: linuxProfile({ assessmentMode: unknown }) });
    const { findings, remediated } = runPack([assessing], [later], { config: remediating });
    assert.deepEqual(remediated, []);
    assert.deepEqual(
      findings.map(({ policy }) => policy),
      ["not-known"],
    );
  });

  it("leaves alone what is exempted, by configuration or by a tag", () => {
    const expires = "2027-01-31";
    const exemption = { rule: "AUM015", resource: "web", reason: "Moves", owner: "operations", expires };
    const config = { ...remediating, exemptions: { exemptions: [exemption] } };
    const tags = { "update-manager-exemption-AUM015": `expires=${expires}; owner=operations; reason=Moves` };
    for (const result of [
      runPack([assessing], [machine], { config }),
      runPack([assessing], [{ ...machine, inputs: { ...machine.inputs, tags } }], { config: remediating }),
    ]) {
      assert.deepEqual(result.remediated, []);
      assert.deepEqual(
        result.findings.map(({ policy }) => policy),
        ["exempted"],
      );
    }
  });

  it("says so where a rule fails, and goes on", () => {
    const faulty: Rule = {
      ...assessing,
      remediate: () => {
        throw new TypeError("oops");
      },
    };
    const { findings, said } = runPack([faulty], [machine], { config: remediating });
    assert.equal(said[0], "vm-periodic-assessment could not mend web: TypeError: oops");
    assert.equal(findings.length, 1);
  });
});

describe("the changes of a remediation", () => {
  it("make what is missing on the way, remove, and reach into lists", () => {
    const properties = { a: null, filter: { types: ["x", "y"] }, gone: 1, kept: { secret: "s" } };
    applyChanges(properties, [
      { path: "a.b.c", value: true },
      { path: "filter.types[1]", value: "z" },
      { path: "gone", value: undefined },
      { path: "kept.new", value: 2 },
    ]);
    assert.deepEqual(properties, {
      a: { b: { c: true } },
      filter: { types: ["x", "z"] },
      kept: { secret: "s", new: 2 },
    });
  });
});
