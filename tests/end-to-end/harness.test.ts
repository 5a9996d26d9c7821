import assert from "node:assert/strict";
import { engineTimeout, withStack } from "./harness";

describe("the end-to-end harness", function () {
  this.timeout(engineTimeout);

  it("runs stacks at the same time, each on an Azure of its own", async () => {
    const [first, second] = await Promise.all(
      ["first", "second"].map((stack) =>
        withStack(
          "examples/linux-vm",
          async ({ azure, up, destroy }) => {
            const updated = await up();
            assert.equal(updated.exitCode, 0, updated.stdout);
            const deployed = azure.resources.map(({ id }) => id);
            assert.equal((await destroy()).exitCode, 0);
            assert.deepEqual(azure.resources, []);
            return { deployed, created: updated.changes.create, urn: updated.steps[0]?.urn };
          },
          { stack },
        ),
      ),
    );
    assert.equal(first?.urn, "urn:pulumi:first::linux-vm::pulumi:pulumi:Stack::linux-vm-first");
    assert.equal(second?.urn, "urn:pulumi:second::linux-vm::pulumi:pulumi:Stack::linux-vm-second");
    assert.equal(first?.created, second?.created);
    assert.ok((first?.deployed.length ?? 0) > 0);
    assert.deepEqual(
      first?.deployed.filter((id) => second?.deployed.includes(id)),
      [],
    );
  });

  it("analyzes a state with the same findings as its preview", async () => {
    await withStack("examples/unready-vm", async ({ preview, up, exportState, policyAnalyze }) => {
      const previewed = await preview();
      assert.equal((await up()).exitCode, 0);
      const analyzed = await policyAnalyze(await exportState());
      const named = ({ policyName, urn }: (typeof previewed.findings)[number]) => `${policyName} ${urn}`;
      assert.ok(previewed.findings.length > 0);
      assert.deepEqual(analyzed.findings.map(named).sort(), previewed.findings.map(named).sort());
      assert.equal(analyzed.exitCode, previewed.exitCode);
    });
  });
});
