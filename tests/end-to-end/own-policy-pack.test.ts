import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { engineTimeout, withStack } from "./harness";
import { named } from "./life-cycle";

const root = join(__dirname, "..", "..");

describe("a policy pack of a team's own, on the real engine", function () {
  this.timeout(engineTimeout);

  it("has the rules, levels, settings and exemptions that the team composes it of", async () => {
    await withStack("examples/unready-vm", async ({ preview }) => {
      const { findings, errors } = await preview({ policyPack: join(root, "examples", "policy-pack") });
      assert.deepEqual(
        findings.map(named).sort(),
        [
          "advisory exempted legacy",
          "mandatory vm-allow-extension-operations files",
          "mandatory vm-bypass-schedule files",
          "mandatory vm-bypass-schedule web",
          "mandatory vm-names-its-owner files",
          "mandatory vm-names-its-owner legacy",
          "mandatory vm-names-its-owner web",
          "mandatory vm-patchmode-schedule web",
          "mandatory vm-periodic-assessment web",
        ],
        errors.join("\n"),
      );
    });
  });

  it("is no server for a program that only imports the library", async () => {
    const program =
      'const { rules } = require("pulumi-azure-update-manager/policypack"); console.log(rules.length > 0);';
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], { cwd: root, timeout: 30_000 });
    assert.equal(stdout, "true\n");
  });
});
