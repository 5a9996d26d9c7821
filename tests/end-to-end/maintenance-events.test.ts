import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { engineTimeout, withStack } from "./harness";

const runbookWebhookUrl = "https://1f2e.webhook.we.azure-automation.net/webhooks?token=s3cr3t-token";

describe("the webhook of an Automation runbook, on the real engine", function () {
  this.timeout(engineTimeout);

  it("reaches Azure whole, and is nowhere to be read in previews, logs and state", async () => {
    await withStack(
      "examples/maintenance-events-complete",
      async ({ azure, preview, up, exportState }) => {
        const operations = [await preview(), await up()];
        for (const { exitCode, stdout, errors } of operations) {
          assert.equal(exitCode, 0, errors.join("\n"));
          assert.ok(!stdout.includes("s3cr3t-token"), stdout);
        }
        const runbook = azure.resources.find(({ id }) => id.endsWith("/eventSubscriptions/saturday-night-runbook"));
        assert.deepEqual(runbook?.inputs.destination, { endpointType: "WebHook", endpointUrl: runbookWebhookUrl });
        assert.ok(!(await readFile(await exportState(), "utf8")).includes("s3cr3t-token"));
      },
      { configuration: { runbookWebhookUrl } },
    );
  });
});
