import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineTimeout, policyPack, withStack } from "./harness";
import { named } from "./life-cycle";

describe("the selection of rules and exemptions, on the real engine", function () {
  this.timeout(engineTimeout);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-azure-update-manager-selection-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function configured(configuration: object): string {
    const file = join(folder, "configuration.json");
    writeFileSync(file, JSON.stringify(configuration));
    return file;
  }

  const accepted = { reason: "Moves in spring", owner: "operations" };
  const exemptions = [
    { rule: "AUM027", resource: "legacy", expires: "2099-03-31", ...accepted },
    { rule: "vm-periodic-assessment", resource: "web", expires: "2099-03-31", ...accepted },
    { rule: "AUM014", resource: "files", expires: "2020-03-31", ...accepted },
    { rule: "AUM14", resource: "files", expires: "31 March", ...accepted },
  ];

  it("exempts what is configured, reports that, and refuses what has expired or is wrong", async () => {
    const policyPackConfig = configured({
      exemptions: { exemptions },
      "vm-patchmode-schedule": "disabled",
      "vm-bypass-schedule": "disabled",
    });
    await withStack("examples/unready-vm", async ({ preview, up, exportState, policyAnalyze }) => {
      const { findings, exitCode } = await preview({ policyPackConfig });
      assert.deepEqual(findings.map(named).sort(), [
        "advisory exempted legacy",
        "advisory exempted web",
        "mandatory exemptions unready-vm-dev",
        "mandatory exemptions unready-vm-dev",
        "mandatory exemptions unready-vm-dev",
        "mandatory vm-allow-extension-operations files",
      ]);
      assert.notEqual(exitCode, 0);
      const problems = findings.filter(({ policyName }) => policyName === "exemptions");
      assert.deepEqual(problems.map(({ message }) => message.split("\n")[1]).sort(), [
        "exemptions[2] (files): the exemption from AUM014 expired on 2020-03-31; operations answers for it: Moves in spring",
        'exemptions[3] (files): expires is "31 March", must be a day as YYYY-MM-DD, such as "2027-03-31".',
        'exemptions[3] (files): rule is "AUM14", must be the code or name of a rule, such as "AUM015"; see RULES.md.',
      ]);

      await up();
      const analyzed = await policyAnalyze(await exportState(), policyPackConfig);
      assert.deepEqual(analyzed.findings.map(named).sort(), findings.map(named).sort());
    });
  });

  it("is refused by the engine where an exemption lacks an owner", async () => {
    const [{ owner: _owner, ...exemption }] = exemptions as [(typeof exemptions)[number]];
    const policyPackConfig = configured({ exemptions: { exemptions: [exemption] } });
    await withStack("examples/linux-vm", async ({ preview }) => {
      const { exitCode, stderr, stdout } = await preview({ policyPackConfig });
      assert.notEqual(exitCode, 0);
      assert.match(stdout + stderr, /owner/);
    });
  });

  it("holds the rules to a baseline, which must be one that the pack has", async () => {
    await withStack("examples/unready-vm", async ({ preview }) => {
      const known = await preview({ policyPackConfig: configured({ baseline: { baseline: "2026-11" } }) });
      assert.equal(known.findings.length, 6);
      const unknown = await preview({ policyPackConfig: configured({ baseline: { baseline: "2026-10" } }) });
      assert.deepEqual(unknown.findings.map(named), ["mandatory baseline unready-vm-dev"]);
    });
  });

  it("refuses settings that a policy does not have", async () => {
    const policyPackConfig = configured({
      all: "disabled",
      inputs: "advisory",
      baseline: { enforcementLevel: "mandatory", basline: "2026-10" },
      "vm-bypass-orphan": { enforcementLevel: "mandatory", scheduledElswhere: true },
    });
    await withStack("examples/linux-vm", async ({ preview }) => {
      const { findings, exitCode } = await preview({ policyPackConfig });
      assert.deepEqual(findings.map(({ message }) => message.split("\n").at(-1)).sort(), [
        'the configuration of baseline has "basline", must have nothing but "enforcementLevel", "baseline"; see policypack/README.md.',
        'the configuration of vm-bypass-orphan has "scheduledElswhere", must have nothing but "enforcementLevel", "strict", "scheduledElsewhere"; see docs/rules/vm-bypass-orphan.md.',
      ]);
      assert.notEqual(exitCode, 0);
    });
  });

  it("judges nothing with inputs disabled, and says so at the level of each rule that is on", async () => {
    await withStack("examples/unready-vm", async ({ preview, up, exportState, policyAnalyze }) => {
      const policyPackConfig = configured({ all: "disabled", "vm-patchmode-schedule": "mandatory" });
      const nothing = ["mandatory vm-patchmode-schedule unready-vm-dev"];
      const before = await preview({ policyPackConfig });
      assert.deepEqual(before.findings.map(named), nothing);
      assert.match(before.findings[0]?.message ?? "", /^Fix: "inputs": "advisory" in the policy configuration/m);
      assert.notEqual(before.exitCode, 0);

      const deployed = await up({ policyPack, policyPackConfig });
      assert.deepEqual(deployed.findings.map(named), nothing);
      await up();
      const state = await exportState();
      assert.deepEqual((await policyAnalyze(state, policyPackConfig)).findings.map(named), nothing);

      const withInputs = configured({ all: "disabled", inputs: "advisory", "vm-patchmode-schedule": "mandatory" });
      const found = ["mandatory vm-patchmode-schedule web"];
      assert.deepEqual((await preview({ policyPackConfig: withInputs })).findings.map(named), found);
      assert.deepEqual((await policyAnalyze(state, withInputs)).findings.map(named), found);
    });
  });

  it("closes with the readiness of the machines, in previews and analyses", async () => {
    await withStack("examples/unready-vm", async ({ preview, up, exportState, policyAnalyze }) => {
      const summary =
        /Azure Update Manager and the 3 machines of this stack:\n\s+assess {7}1 ready, 2 not ready \(files, legacy\), 0 not known\n/;
      assert.match((await preview()).stdout, summary);
      const policyPackConfig = configured({ "vm-patchmode-schedule": "disabled" });
      assert.match(
        (await preview({ policyPackConfig })).stdout,
        /not judged, since switched off: vm-patchmode-schedule$/m,
      );
      await up();
      const analyzed = await policyAnalyze(await exportState());
      // With --json, the engine has what packs print on standard error, each line for itself.
      assert.match(analyzed.stderr, /on schedule {2}0 ready, 3 not ready \(/);
    });
  });
});
