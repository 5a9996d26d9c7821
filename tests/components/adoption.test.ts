import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineTimeout, type Operation, withStack } from "../end-to-end/harness";

const root = join(__dirname, "../..");

const manifest = `name: adoption
runtime: nodejs
config:
  azure-native:location:
    value: westeurope
`;

describe("a machine that a component takes over", () => {
  let folder: string;
  const declare = (program: string) =>
    writeFileSync(join(folder, "index.ts"), `import ${JSON.stringify(join(__dirname, "adoption", program))};\n`);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "adoption-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "Pulumi.yaml"), manifest);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is changed and not replaced, under its name in Azure", async () => {
    declare("apart");
    await withStack(folder, async (stack) => {
      const created = await stack.up();
      assert.deepEqual(created.errors, []);
      const before = machines(stack.azure.resources);

      declare("together");
      const adopted = await stack.up();
      assert.deepEqual(adopted.errors, []);
      assert.deepEqual(changes(adopted), {
        "pulumi-azure-update-manager:index:UpdateReadyVirtualMachine::web": "create",
        "azure-native:network:NetworkInterface::web": "update",
        "azure-native:compute:VirtualMachine::web": "update",
      });
      assert.deepEqual(machines(stack.azure.resources), before);
    });
  }).timeout(engineTimeout);
});

const machines = (resources: readonly { readonly id: string }[]) => resources.map(({ id }) => id).sort();

/** What becomes of each resource of the component. */
function changes({ steps }: Operation): Record<string, string> {
  return Object.fromEntries(
    steps
      .filter(({ op }) => op !== "same")
      .map(({ op, urn }) => [urn.split("::").slice(2).join("::").replace(/^.*\$/, ""), op]),
  );
}
