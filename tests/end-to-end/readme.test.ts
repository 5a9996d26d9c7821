import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prerequisiteTopics } from "../../facts/prerequisites";
import { policiesOf } from "../../policypack/pack";
import { rules } from "../../policypack/rules";
import { engineTimeout, withStack } from "./harness";

const readme = readFileSync(join(__dirname, "..", "..", "README.md"), "utf8");

/** A topic may have several rows, one after the other. */
function unlessFormer<T extends { topic?: string }>({ topic }: T, index: number, rows: readonly T[]): boolean {
  return rows[index - 1]?.topic !== topic;
}

describe("the README", function () {
  this.timeout(engineTimeout);

  it("shows the preview of unready-vm as the engine prints it", async () => {
    const blocks = [...readme.matchAll(/<!-- preview -->\n```text\n([\s\S]+?)\n```/g)];
    const shown = blocks.flatMap(([, block = ""]) => block.split("\n"));
    assert.equal(blocks.length, 2);
    const printed = await withStack("examples/unready-vm", async ({ preview }) => (await preview()).stdout);
    assert.deepEqual(
      shown.filter((line) => !printed.includes(line)),
      [],
    );
  });

  it("configures policies that the pack has", () => {
    const policies = policiesOf(rules).map(({ name }) => name);
    const configurations = [...readme.matchAll(/```json\n(\{[\s\S]+?\})\n```/g)].map(([, json = ""]) =>
      JSON.parse(json),
    );
    assert.ok(configurations.length > 0);
    for (const name of configurations.flatMap(Object.keys)) assert.ok(policies.includes(name), name);
  });

  it("shows the fleet of update-managed-fleet-minimal as it is", () => {
    const [, shown = ""] = /```typescript\n([\s\S]+?)```/.exec(readme) ?? [];
    const example = join(__dirname, "..", "..", "examples", "update-managed-fleet-minimal", "index.ts");
    assert.ok(shown !== "" && readFileSync(example, "utf8").includes(shown));
  });

  it("has a row for each topic of Microsoft's prerequisites, with its page, a component and an example", () => {
    const section = /## From prerequisite to code\n([\s\S]+?)\n## /.exec(readme)?.[1] ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("| ["));
    const topics = rows.map((row) => /^\| \[([^\]]+)\]\((https:[^)]+)\)/.exec(row)?.slice(1, 3) ?? []);
    assert.deepEqual(topics.map(([topic, page]) => ({ topic, page })).filter(unlessFormer), prerequisiteTopics.rows);
    for (const row of rows) {
      assert.match(row, /\]\(components\/[\w-]+\.ts\)/);
      assert.match(row, /\]\(examples\/[\w-]+\) \|$/);
    }
  });

  it("links to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
    assert.ok(links.length > 0);
    for (const link of links) assert.ok(existsSync(join(__dirname, "..", "..", link)), link);
  });
});
