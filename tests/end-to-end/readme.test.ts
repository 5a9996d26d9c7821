import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engineTimeout, withStack } from "./harness";

const readme = readFileSync(join(__dirname, "..", "..", "README.md"), "utf8");

describe("the README", function () {
  this.timeout(engineTimeout);

  it("shows the preview of unready-vm as the engine prints it", async () => {
    const shown = /<!-- preview -->\n```text\n([\s\S]+?)\n```/.exec(readme)?.[1]?.split("\n") ?? [];
    assert.ok(shown.length > 0);
    const printed = await withStack("examples/unready-vm", async ({ preview }) => (await preview()).stdout);
    assert.deepEqual(
      shown.filter((line) => !printed.includes(line)),
      [],
    );
  });

  it("links to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
    assert.ok(links.length > 0);
    for (const link of links) assert.ok(existsSync(join(__dirname, "..", "..", link)), link);
  });
});
