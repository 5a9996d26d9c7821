import assert from "node:assert/strict";
import type { Exemption } from "../../policypack/exemptions";
import { vmPeriodicAssessment } from "../../policypack/rules/azure-vm-settings/vm-periodic-assessment";
import { linuxMachine, linuxProfile, unknown, urnOf } from "./fixture";
import { type PackRun, runPack } from "./run-pack";

const unassessed = linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) });
const web = urnOf("azure-native:compute:VirtualMachine", "web");

const exemption: Exemption = {
  rule: "AUM015",
  resource: "web",
  reason: "Moves to the new cluster in January",
  owner: "operations",
  expires: "2027-01-31",
};

const tag = "update-manager-exemption-AUM015";
const tagValue = "expires=2027-01-31; owner=operations; reason=Moves to the new cluster in January";

function run(options: PackRun, machine = unassessed) {
  return runPack([vmPeriodicAssessment], [machine], options).findings;
}

const configured = (...exemptions: object[]) => ({ config: { exemptions: { exemptions } } });
const tagged = (value: string, name = tag) => ({
  ...unassessed,
  inputs: { ...unassessed.inputs, tags: { [name]: value } },
});

const reported = {
  policy: "exempted",
  urn: web,
  message:
    'web: AUM015 vm-periodic-assessment is exempted until 2027-01-31, operations answers for it: Moves to the new cluster in January. Found: osProfile.linuxConfiguration.patchSettings.assessmentMode is not set, must be "AutomaticByPlatform" for an assessment every 24 hours.',
};

describe("exemptions", () => {
  it("keep a finding back and are reported in its place, by configuration, by a tag and in code", () => {
    assert.deepEqual(run(configured(exemption)), [reported]);
    assert.deepEqual(run({}, tagged(tagValue)), [reported]);
    assert.deepEqual(run({ selection: { exemptions: [exemption] } }), [reported]);
  });

  it("name their rule by code or name and their resource by name or URN, in any letter case of the rule", () => {
    for (const change of [{ rule: "vm-periodic-assessment" }, { rule: "aum015" }, { resource: web }]) {
      assert.deepEqual(run(configured({ ...exemption, ...change })), [reported]);
    }
    assert.deepEqual(run({}, tagged(tagValue, "Update-Manager-Exemption-vm-periodic-assessment")), [reported]);
  });

  it("hold on their last day, and are violations from the next day on, beside the finding", () => {
    assert.deepEqual(run({ ...configured(exemption), today: "2027-01-31" }), [reported]);
    const expired =
      "the exemption from AUM015 expired on 2027-01-31; operations answers for it: Moves to the new cluster in January";
    const later = run({ ...configured(exemption), today: "2027-02-01" });
    assert.deepEqual(
      later.map(({ policy }) => policy),
      ["exemptions", "vm-periodic-assessment"],
    );
    assert.equal(later[0]?.message, `exemptions[0] (web): ${expired}`);
    const [finding, ...rest] = run({ today: "2027-02-01" }, tagged(tagValue));
    assert.deepEqual(finding, { policy: "exemptions", urn: web, message: `web: ${expired}` });
    assert.deepEqual(
      rest.map(({ policy }) => policy),
      ["vm-periodic-assessment"],
    );
  });

  it("speak of no other rule and no other resource", () => {
    for (const change of [{ rule: "AUM015", resource: "files" }]) {
      assert.deepEqual(
        run(configured({ ...exemption, ...change })).map(({ policy }) => policy),
        ["vm-periodic-assessment"],
      );
    }
  });

  it("are violations, each problem at once, where rule, date or words are wrong", () => {
    const wrong = { rule: "AUM999", resource: "web", reason: " ", owner: "", expires: "2027-02-30" };
    const findings = run(configured(wrong));
    assert.deepEqual(findings.map(({ policy, message }) => `${policy} ${message}`).slice(0, 4), [
      'exemptions exemptions[0] (web): rule is "AUM999", must be the code or name of a rule, such as "AUM015"; see RULES.md.',
      "exemptions exemptions[0] (web): reason is empty, must say it.",
      "exemptions exemptions[0] (web): owner is empty, must say it.",
      'exemptions exemptions[0] (web): expires is "2027-02-30", must be a day as YYYY-MM-DD, such as "2027-03-31".',
    ]);
    assert.equal(findings[4]?.policy, "vm-periodic-assessment");
  });

  it("are violations where nothing can be exempted, since the prerequisite is not checkable", () => {
    for (const rule of ["AUM011", "vm-autoupdates-immutable"]) {
      const [finding] = run(configured({ ...exemption, rule }));
      assert.equal(
        finding?.message,
        `exemptions[0] (web): rule is "${rule}", must be that of a rule: AUM011 vm-autoupdates-immutable is not checkable, so there is nothing to exempt; see RULES.md.`,
      );
    }
  });

  it("are violations where a tag is written wrongly, or names no rule", () => {
    const [malformed] = run({}, tagged("until January"));
    assert.deepEqual(malformed, {
      policy: "exemptions",
      urn: web,
      message: `web: tag "${tag}" is "until January", must be "expires=YYYY-MM-DD; owner=WHO; reason=WHY".`,
    });
    const [unknownRule] = run({}, tagged(tagValue, "update-manager-exemption-AUM15"));
    assert.match(unknownRule?.message ?? "", /^web: rule is "AUM15", must be/);
  });

  it("exempt from nothing while the value of the tag is not known", () => {
    assert.deepEqual(
      run({}, tagged(unknown)).map(({ policy }) => policy),
      ["vm-periodic-assessment"],
    );
  });

  it("cover what is not known under a strict rule", () => {
    const machine = linuxMachine({ osProfile: linuxProfile({ assessmentMode: unknown }) });
    const { config } = configured(exemption);
    assert.deepEqual(
      run({ config: { ...config, "vm-periodic-assessment": { strict: true } } }, machine).map(({ message }) => message),
      [
        "web: AUM015 vm-periodic-assessment is exempted until 2027-01-31, operations answers for it: Moves to the new cluster in January. Found: osProfile.linuxConfiguration.patchSettings.assessmentMode is known only after deployment.",
      ],
    );
  });
});
