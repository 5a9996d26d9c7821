import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Engine, findEngine, IsolatedStack, type IsolatedStackOptions, readProject } from "../../tools/engine";
import { secretPlaceholder } from "../../tools/engine/stack-configuration";
import { writePolicyPack, writeProgram } from "./program";
import { useTemporaryFolder } from "./temporary-folder";

const machine = `
  class Machine extends pulumi.ComponentResource {
    constructor(name: string) {
      super("app:index:Machine", name);
    }
  }
  new Machine("web");`;

describe("IsolatedStack", function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();
  let engine: Engine;
  before("find the Pulumi engine", async function () {
    this.timeout(0);
    engine = await findEngine();
  });

  async function withStack<T>(
    use: (stack: IsolatedStack) => Promise<T>,
    options: Partial<IsolatedStackOptions> = {},
  ): Promise<T> {
    const project = await readProject(join(folder(), "app"));
    const stack = await IsolatedStack.create({ engine, project, transpileOnly: true, ...options });
    try {
      return await use(stack);
    } finally {
      await stack.remove();
    }
  }

  function snapshot(path: string): Record<string, string> {
    const files = readdirSync(path).filter((name) => name !== "node_modules");
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name), "utf8")]));
  }

  it("previews, updates, previews without a change, analyzes and destroys, and writes nothing in the project", async () => {
    writeProgram(join(folder(), "app"), machine);
    writePolicyPack(join(folder(), "pack"));
    const policyPack = join(folder(), "pack");
    const before = snapshot(join(folder(), "app"));
    const finding = {
      policyPackName: "pack",
      policyName: "no-machines",
      enforcementLevel: "mandatory",
      urn: "urn:pulumi:test::app::app:index:Machine::web",
    };

    const stateFile = await withStack(
      async (stack) => {
        const flagged = await stack.preview({ policyPack });
        assert.equal(flagged.exitCode, 1);
        assert.deepEqual(flagged.findings, [{ ...finding, message: "There are no machines.\nweb in test" }]);
        assert.deepEqual(flagged.errors, ["preview failed"]);

        const clean = await stack.preview();
        assert.equal(clean.exitCode, 0, clean.stdout);
        assert.deepEqual(clean.findings, []);

        assert.deepEqual((await stack.up()).changes, { create: 2 });
        assert.deepEqual((await stack.preview()).changes, { same: 2 });

        const file = await stack.exportState();
        const analysis = await stack.policyAnalyze(file, policyPack);
        assert.equal(analysis.exitCode, 1);
        assert.deepEqual(analysis.findings, [{ ...finding, message: "There are no machines.\nweb in undefined" }]);

        assert.deepEqual((await stack.destroy()).changes, { delete: 2 });
        return file;
      },
      { stack: "test" },
    );

    assert.deepEqual(snapshot(join(folder(), "app")), before);
    assert.equal(existsSync(join(stateFile, "..")), false);
  });

  it("gives the program the stack's configuration, with placeholders for secrets", async () => {
    writeProgram(
      join(folder(), "app"),
      `const config = new pulumi.Config();
       export const plain = config.require("plain") + config.require("given");
       // Letter by letter: the engine masks secrets in what a program prints.
       config.requireSecret("password").apply((value) => console.log("letters", [...value].join(" ")));
       export const password = config.requireSecret("password");`,
      {
        "Pulumi.yaml": "name: app\nruntime: nodejs\nconfig:\n  password: { type: string, secret: true }\n",
        "Pulumi.dev.yaml":
          "encryptionsalt: v1:c2FsdA==:v1:xyz\nconfig:\n  app:plain: from the file\n  app:password:\n    secure: v1:abc:def\n",
      },
    );
    await withStack(
      async (stack) => {
        assert.deepEqual(stack.notes, ["Secrets stay encrypted; a placeholder stands in for app:password."]);
        const { stdout, exitCode } = await stack.preview();
        assert.equal(exitCode, 0, stdout);
        assert.match(stdout, new RegExp(`letters ${[...secretPlaceholder].join(" ")}`));
        assert.match(stdout, /password: \[secret\]/);
        assert.match(stdout, /plain {3}: "from the file and given"/);
      },
      { configuration: { given: " and given" } },
    );
  });

  it("hands no credentials and no settings of the user's to the engine", async () => {
    writeProgram(
      join(folder(), "app"),
      `const names = Object.keys(process.env).filter((name) => /^(ARM|AZURE|PULUMI)_/.test(name)).sort();
       console.log("variables", names.join(" "), process.env.PULUMI_BACKEND_URL, process.env.AZURE_CONFIG_DIR);`,
    );
    const env = {
      ...process.env,
      ARM_CLIENT_SECRET: "secret",
      AZURE_TENANT_ID: "tenant",
      AZURE_CONFIG_DIR: "/home/user/.azure",
      PULUMI_ACCESS_TOKEN: "token",
      PULUMI_BACKEND_URL: "https://api.pulumi.com",
      PULUMI_CONFIG_PASSPHRASE_FILE: "/home/user/passphrase",
      PULUMI_STACK: "production",
    };
    const { stdout } = await withStack((stack) => stack.preview(), { env });
    const seen = /variables (.*) file:\/\/(\S+)\/state (\S+)\/azure/.exec(stdout);
    assert.ok(seen, stdout);
    assert.equal(seen[2], seen[3]);
    const names = (seen[1] ?? "").split(" ");
    for (const name of ["ARM_CLIENT_SECRET", "AZURE_TENANT_ID", "PULUMI_ACCESS_TOKEN", "PULUMI_STACK"]) {
      assert.equal(names.includes(name), false, name);
    }
    assert.equal(names.includes("PULUMI_CONFIG_PASSPHRASE_FILE"), false);
  });

  it("tells a program that throws by the engine's own exit code and message", async () => {
    writeProgram(join(folder(), "app"), 'throw new Error("no such size");');
    const preview = await withStack((stack) => stack.preview());
    assert.notEqual(preview.exitCode, 0);
    assert.equal(preview.errors.length, 1);
    assert.match(
      preview.errors[0] ?? "",
      /^Running program '.*' failed with an unhandled exception:\nError: no such size\n/,
    );
  });
});
