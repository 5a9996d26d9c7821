import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { arcServers } from "./arc-servers";
import { engineTimeout, type TestStackOptions } from "./harness";
import { liveAndDie, named } from "./life-cycle";

const password = { adminPassword: "correct-Horse-battery-1" };

/** What an example asks its user for and has no default, and what it works with that it does not create. */
const asked: Readonly<Record<string, TestStackOptions>> = {
  "update-extensions-complete": { existing: arcServers("ledger") },
  "update-extensions-minimal": { existing: arcServers("files") },
  "update-extensions-production": { existing: arcServers("web-01", "web-02", "ledger-01") },
  "update-managed-fleet-complete": { configuration: password },
  "update-ready-virtual-machine-complete": { configuration: password },
  "update-ready-virtual-machine-production": { configuration: password },
  "windows-update-client-complete": { configuration: password, existing: arcServers("files") },
  "windows-update-client-minimal": { existing: arcServers("sql") },
  "windows-update-client-production": { configuration: password },
  "windows-vm": { configuration: password },
};

/** Examples that are tested apart: one that is not to be clean, the stacks of the rules, and a policy pack. */
const others = ["unready-vm", "rules", "policy-pack"];

const examples = readdirSync(join(__dirname, "..", "..", "examples")).filter((name) => !others.includes(name));

describe("the examples, on the real engine", function () {
  this.timeout(engineTimeout);

  for (const example of examples) {
    it(`${example} is clean for its whole life`, async () => {
      assert.deepEqual((await liveAndDie(`examples/${example}`, asked[example])).map(named), []);
    });
  }

  it("unready-vm is flagged for its whole life", async () => {
    assert.deepEqual((await liveAndDie("examples/unready-vm")).map(named).sort(), [
      "advisory vm-periodic-assessment web",
      "mandatory img-unsupported-explicit legacy",
      "mandatory vm-allow-extension-operations files",
      "mandatory vm-bypass-schedule files",
      "mandatory vm-bypass-schedule web",
      "mandatory vm-patchmode-schedule web",
    ]);
  });
});
