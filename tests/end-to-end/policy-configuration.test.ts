import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineTimeout, withStack } from "./harness";
import { named } from "./life-cycle";

describe("the policy pack's configuration, on the real engine", function () {
  this.timeout(engineTimeout);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-azure-update-manager-policy-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function configured(configuration: object): string {
    const file = join(folder, "configuration.json");
    writeFileSync(file, JSON.stringify(configuration));
    return file;
  }

  it("sets the level of a rule, and puts one out of force", async () => {
    const policyPackConfig = configured({
      "vm-periodic-assessment": "mandatory",
      "vm-bypass-schedule": "disabled",
      "img-unsupported-explicit": { enforcementLevel: "advisory" },
    });
    await withStack("examples/unready-vm", async ({ preview }) => {
      const { findings } = await preview({ policyPackConfig });
      assert.deepEqual(findings.map(named).sort(), [
        "advisory img-unsupported-explicit legacy",
        "mandatory vm-allow-extension-operations files",
        "mandatory vm-patchmode-schedule web",
        "mandatory vm-periodic-assessment web",
      ]);
    });
  });

  it("sets a rule's own settings", async () => {
    const policyPackConfig = configured({ "vm-bypass-orphan": { scheduledElsewhere: true } });
    const configuration = { example: "vm-bypass-orphan/broken" };
    await withStack(
      "examples/rules",
      async ({ preview }) => {
        assert.deepEqual((await preview()).findings.map(named), ["advisory vm-bypass-orphan vm-bypass-orphan"]);
        assert.deepEqual((await preview({ policyPackConfig })).findings.map(named), []);
      },
      { configuration },
    );
  });

  it("makes what is not known a finding of a strict rule", async () => {
    const policyPackConfig = configured({ "img-custom-os": { strict: true } });
    await withStack(
      "examples/rules",
      async ({ preview }) => {
        const { findings } = await preview({ policyPackConfig });
        assert.deepEqual(findings.map(named).sort(), [
          "advisory img-custom-os vm-autoguest-custom-image",
          "mandatory vm-autoguest-custom-image vm-autoguest-custom-image",
        ]);
      },
      { configuration: { example: "vm-autoguest-custom-image/broken" } },
    );
  });

  it("is refused where it gives a setting that a rule does not have the type of", async () => {
    const policyPackConfig = configured({ "vm-bypass-orphan": { scheduledElsewhere: "yes" } });
    await withStack("examples/linux-vm", async ({ preview }) => {
      const { exitCode, stderr, stdout } = await preview({ policyPackConfig });
      assert.notEqual(exitCode, 0);
      assert.match(stdout + stderr, /scheduledElsewhere/);
    });
  });
});
