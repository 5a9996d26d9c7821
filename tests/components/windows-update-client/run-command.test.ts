import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { createRunCommand, failureOf } from "../../../components/windows-update-client/run-command";
import { failure, resolved } from "../program";
import { arcServerId, subscriptionId } from "./arguments";

const message =
  "The script failed on arcServers.files: Failed, exit code 1. Access is denied. Put its cause right, and change trigger to run it again.";

/** Runs `use` with the run command of a server on which the script failed. */
async function onFailure(dryRun: boolean, use: (id: pulumi.Output<string>) => Promise<void>): Promise<void> {
  const instanceView = { executionState: "Failed", exitCode: 1, error: "Access is denied.\n" };
  const mocks: pulumi.runtime.Mocks = {
    newResource: ({ type, name, inputs }) => ({ id: `${type}/${name}`, state: { ...inputs, instanceView } }),
    call: ({ inputs }) => inputs,
  };
  await pulumi.runtime.setMocks(mocks, "project", "stack", dryRun);
  try {
    const parent = new pulumi.ComponentResource("tests:index:Parent", "parent");
    const machine = { name: "files", path: "arcServers.files", machineKind: "arc", id: arcServerId } as const;
    const { id } = createRunCommand(
      parent,
      "updates",
      { ...machine, location: undefined },
      {
        subscriptionId,
        tags: undefined,
        timeoutInSeconds: 600,
        scriptFor: () => pulumi.output("exit 1"),
        problems: new Problems("updates"),
      },
    );
    await use(id);
  } finally {
    await pulumi.runtime.disconnect();
  }
}

describe("a script that failed on an Arc-enabled server", () => {
  it("fails the deployment", async () => {
    await onFailure(false, async (id) => {
      const error = await failure(id);
      assert.ok(pulumi.ResourceError.isInstance(error));
      assert.equal(error.message, message);
    });
  });

  it("does not stand in the way of the next preview", async () => {
    await onFailure(true, async (id) => {
      assert.equal(await resolved(id), "azure-native:hybridcompute:MachineRunCommand/updates-files");
    });
  });

  it("is one that Azure says has failed, or that ended with an exit code", () => {
    assert.equal(failureOf({}), undefined);
    assert.equal(failureOf({ executionState: "Succeeded", exitCode: 0, error: "" }), undefined);
    assert.equal(failureOf({ executionState: "TimedOut" }), "TimedOut, exit code unknown.");
    assert.equal(failureOf({ executionState: "Failed", exitCode: 1, error: " no\n" }), "Failed, exit code 1. no");
    assert.equal(failureOf({ executionState: "Succeeded", exitCode: 2 }), "Succeeded, exit code 2.");
  });
});
