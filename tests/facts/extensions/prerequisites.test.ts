import assert from "node:assert/strict";
import { prerequisitesOf } from "../../../facts/extensions";

describe("prerequisitesOf", () => {
  const ids = (...args: Parameters<typeof prerequisitesOf>) => prerequisitesOf(...args).map(({ id }) => id);

  it("are those of the kind of machine and of its operating system", () => {
    assert.deepEqual(ids("azure", "Windows"), [
      "vm-agent",
      "allow-extension-operations",
      "tls",
      "windows-update-service",
      "broken-extension",
    ]);
    assert.deepEqual(ids("azure", "Linux"), [
      "vm-agent",
      "linux-agent-version",
      "allow-extension-operations",
      "python",
      "sudo",
      "tls",
      "assessment-timer",
      "broken-extension",
    ]);
    assert.deepEqual(ids("arc", "Windows"), [
      "arc-agent",
      "arc-extension-manager",
      "arc-monitor-mode",
      "arc-allow-list",
      "arc-block-list",
      "tls",
      "windows-update-service",
      "arc-compute-provider",
      "broken-extension",
    ]);
  });
});
