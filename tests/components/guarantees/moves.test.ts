import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineTimeout, type Operation, withStack } from "../../end-to-end/harness";

const manifest = `name: moves
runtime: nodejs
config:
  azure-native:location:
    value: westeurope
`;

describe("components that move below another", () => {
  let folder: string;
  const run = (program: string) =>
    writeFileSync(join(folder, "index.ts"), `import ${JSON.stringify(join(__dirname, "moves", program))};\n`);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "moves-"));
    symlinkSync(join(__dirname, "../../../node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "Pulumi.yaml"), manifest);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("keep their resources by an alias of the component alone, and pass transforms on to them", async () => {
    run("at-the-top");
    await withStack(folder, async (stack) => {
      assert.deepEqual((await stack.up()).errors, []);
      run("below-another");
      const moved = await stack.preview({ policyPack: undefined });
      assert.deepEqual(moved.errors, []);
      assert.deepEqual(changes(moved), {
        "example:index:Shop::shop": "create",
        "azure-native:network:NetworkInterface::web": "update",
        "azure-native:compute:VirtualMachine::web": "update",
        "azure-native:maintenance:MaintenanceConfiguration::weekly": "update",
      });
    });
  }).timeout(engineTimeout);
});

/** What becomes of each resource that does not stay the same. */
function changes({ steps }: Operation): Record<string, string> {
  const changed = steps.filter(({ op }) => op !== "same");
  return Object.fromEntries(
    changed.map(({ op, urn }) => [urn.split("::").slice(2).join("::").replace(/^.*\$/, ""), op]),
  );
}
