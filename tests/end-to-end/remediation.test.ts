import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "../../policypack/rules";
import type { Remediation } from "../../tools/engine";
import { engineTimeout, policyPack, withStack } from "./harness";
import { named } from "./life-cycle";

const levels = {
  "vm-patchmode-schedule": "remediate",
  "vm-bypass-schedule": "remediate",
  "vm-periodic-assessment": "remediate",
  "vm-allow-extension-operations": "remediate",
  // Nothing can be mended about an image: it keeps a deployment back, as it should.
  "img-unsupported-explicit": "advisory",
};

describe("the level remediate, on the real engine", function () {
  this.timeout(2 * engineTimeout);
  let folder: string;
  let policyPackConfig: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-azure-update-manager-remediation-"));
    policyPackConfig = join(folder, "configuration.json");
    writeFileSync(policyPackConfig, JSON.stringify(levels));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("mends in preview and deployment what one resource tells, and nothing else", async () => {
    await withStack("examples/unready-vm", async ({ azure, preview, up, exportState }) => {
      const first = await preview({ policyPackConfig });
      const mended = first.remediations.map(difference).sort();
      assert.deepEqual(mended, [
        "vm-allow-extension-operations files: allowExtensionOperations true",
        "vm-bypass-schedule files: windowsConfiguration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule true",
        "vm-patchmode-schedule web: linuxConfiguration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule true, linuxConfiguration.patchSettings.patchMode AutomaticByPlatform",
        "vm-periodic-assessment web: linuxConfiguration.patchSettings.assessmentMode AutomaticByPlatform",
      ]);
      assert.match(first.stdout, /\[remediate\] {2}vm-patchmode-schedule {2}/);
      assert.deepEqual(first.findings.map(named), ["advisory img-unsupported-explicit legacy"]);

      const deployed = await up({ policyPackConfig, policyPack });
      assert.equal(deployed.exitCode, 0, deployed.errors.join("\n"));
      assert.deepEqual(deployed.remediations.map(difference).sort(), mended);
      const machines = azure.resources.filter(({ type }) => type.name === "VirtualMachine");
      assert.equal(machines.length, 3);
      for (const { inputs } of machines) {
        const text = JSON.stringify(inputs);
        assert.match(text, /"patchMode":"AutomaticByPlatform"/);
        assert.match(text, /"bypassPlatformSafetyChecksOnUserSchedule":true/);
      }
      // Azure gets the password, and nobody else: not the events, and not the state.
      assert.ok(machines.some(({ inputs }) => JSON.stringify(inputs).includes(password)));
      const written = [JSON.stringify(first.remediations), first.stdout, readFileSync(await exportState(), "utf8")];
      for (const text of written) assert.ok(!text.includes(password));

      const second = await preview({ policyPackConfig });
      assert.deepEqual(Object.keys(second.changes), ["same"], second.errors.join("\n"));
    });
  });

  it("mends the broken stack of every rule that can, in one preview", async () => {
    const mending = rules.filter(({ remediate }) => remediate !== undefined).map(({ name }) => name);
    const all = join(folder, "all.json");
    writeFileSync(all, JSON.stringify(Object.fromEntries(mending.map((name) => [name, "remediate"]))));
    await withStack(
      "examples/rules",
      async ({ preview }) => {
        const { findings, remediations, errors } = await preview({ policyPackConfig: all });
        assert.ok(findings.length > 0 && remediations.length > mending.length, errors.join("\n"));
        // What mends one rule may mend another before it is asked; what counts is that nothing is left to find.
        const left = mending.filter((name) => findings.some((each) => named(each) === `mandatory ${name} ${name}`));
        assert.deepEqual(left, notToldByOneResource);
      },
      { configuration: { example: "broken" }, azure: { unknownProperties: "warn", refusedRequests: "warn" } },
    );
  });
});

/**
 * Rules whose broken stacks have what no single resource tells how to mend: a source that is known only after deployment,
 * a subscription that names no event of maintenance, a date with an offset, a restart that is for the owner to say.
 */
const notToldByOneResource = ["vm-reboot-setting-override", "mc-start-format", "ev-topic-type", "ev-types"];

const password = "Only-For-A-Preview-1";

/** What a remediation changed below the OS profile of a machine; anything else that it changed fails the test. */
function difference({ policyName, urn, before, after }: Remediation): string {
  const [old, mended] = [flat(before), flat(after)];
  const changed = [...mended].filter(([path, value]) => old.get(path) !== value);
  assert.deepEqual(
    [...old.keys()].filter((path) => !mended.has(path)),
    [],
  );
  const shown = changed.map(([path, value]) => `${path.replace("osProfile.", "")} ${value}`);
  return `${policyName} ${urn.split("::").at(-1)}: ${shown.join(", ")}`;
}

function flat(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...flat(inner, path === "" ? key : `${path}.${key}`)]),
  );
}
