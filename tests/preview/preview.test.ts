import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findEngine } from "../../tools/engine";
import { writeProgram } from "../engine/program";
import { useTemporaryFolder, writeFiles } from "../engine/temporary-folder";

const root = join(__dirname, "..", "..");

describe("npm run preview", function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();
  before("find the Pulumi engine", async function () {
    this.timeout(0);
    await findEngine();
  });

  const leftBehind = () => readdirSync(join(folder(), "tmp")).filter((name) => name.startsWith("pulumi-azure-"));

  /** Starts the command as `npm run preview` does once all is set up, with a temporary folder of its own. */
  function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    mkdirSync(join(folder(), "tmp"));
    return spawn(
      process.execPath,
      ["--require", "ts-node/register/transpile-only", join(root, "tools", "preview", "main.ts"), ...args],
      {
        cwd: root,
        env: { ...process.env, INIT_CWD: folder(), TMPDIR: join(folder(), "tmp"), ...env },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  }

  async function finish(child: ChildProcess): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
    const output = { stdout: "", stderr: "" };
    child.stdout?.on("data", (data) => (output.stdout += data));
    child.stderr?.on("data", (data) => (output.stderr += data));
    const [exitCode] = (await once(child, "close")) as [number | null];
    return { exitCode, ...output };
  }

  const preview = (args: readonly string[], env?: NodeJS.ProcessEnv) => finish(start(args, env));

  it("previews a stack, says that Azure is stood in for, and ends as the engine ends", async () => {
    writeProgram(join(folder(), "app"), 'console.log("stack", pulumi.getStack());', { "Pulumi.production.yaml": "" });
    const { exitCode, stdout, stderr } = await preview(["app"]);
    assert.equal(exitCode, 0, stdout + stderr);
    const lines = stdout.split("\n");
    assert.match(
      lines[0] ?? "",
      /^Previewing stack production of .*\/app with the policy pack, on the Pulumi engine \d+\.\d+\.\d+\.$/,
    );
    assert.deepEqual(lines.slice(1, 3), [
      "Azure is stood in for: nothing in Azure is read or changed, and no credentials are used.",
      `With your own Azure: cd ${join(folder(), "app")} && pulumi preview --policy-pack ${join(root, "policypack")}`,
    ]);
    assert.match(stdout, /✅ azure-update-manager@v/);
    assert.match(stdout, /^ {4}stack production$/m);
    assert.deepEqual(leftBehind(), []);
  });

  it("previews resources of the classic provider, and says what its stand-in does not do", async () => {
    const program = `
      import * as azure from "@pulumi/azure";
      const group = new azure.core.ResourceGroup("fleet", { location: "westeurope" });
      const network = new azure.network.VirtualNetwork("network", {
        resourceGroupName: group.name,
        addressSpaces: ["10.0.0.0/16"],
        subnets: [{ name: "machines", addressPrefixes: ["10.0.1.0/24"] }],
      });
      network.subnets.apply((subnets) => console.log("never known", subnets[0].id));
      network.subnets[0].id.apply((id) => console.log("subnet", id));
      new azure.maintenance.Configuration("weekly", {
        resourceGroupName: group.name,
        scope: "InGuestPatch",
        inGuestUserPatchMode: "User",
        window: { startDateTime: "2026-01-10 02:00", duration: "04:30", timeZone: "UTC", recurEvery: "1Week Saturday" },
        installPatches: { reboot: "IfRequired", linuxes: [{ classificationsToIncludes: ["Critical"] }] },
      });`;
    writeProgram(join(folder(), "app"), program);
    const { exitCode, stdout, stderr } = await preview(["app"]);
    assert.notEqual(exitCode, 0, stdout + stderr);
    assert.match(stdout, /weekly: window\.duration is "04:30", must be/);
    assert.match(stdout, /^The classic provider \(@pulumi\/azure\) is stood in for without its checks/m);
    assert.doesNotMatch(stdout, /never known|subnet undefined|error downloading/);
  });

  it("says of a function of the classic provider that it needs Azure", async () => {
    writeProgram(join(folder(), "app"), 'import { core } from "@pulumi/azure"; core.getSubscriptionOutput({});');
    const { exitCode, stdout } = await preview(["app"]);
    assert.notEqual(exitCode, 0);
    assert.match(
      stdout,
      /getSubscription asks Azure, which is stood in for here: preview this stack with your own Azure/,
    );
  });

  it("ends with the engine's exit code when a program throws", async () => {
    writeProgram(join(folder(), "app"), 'throw new Error("no such size");');
    const { exitCode, stdout } = await preview(["app"]);
    assert.ok(exitCode !== null && exitCode !== 0 && exitCode < 128, String(exitCode));
    assert.match(stdout, /Error: no such size/);
    assert.deepEqual(leftBehind(), []);
  });

  it("stops the engine and cleans up when it is interrupted", async () => {
    writeProgram(join(folder(), "app"), 'console.log("program", process.pid); setInterval(() => {}, 1000);');
    const child = start(["app"]);
    const ended = finish(child);
    const program = await new Promise<number>((resolve) => {
      let stdout = "";
      child.stdout?.on("data", (data) => {
        stdout += data;
        const pid = /program (\d+)/.exec(stdout)?.[1];
        if (pid !== undefined) resolve(Number(pid));
      });
    });
    child.kill("SIGTERM");
    assert.equal((await ended).exitCode, 143);
    assert.throws(() => process.kill(program, 0), { code: "ESRCH" });
    assert.deepEqual(leftBehind(), []);
  });

  it("asks which of several stacks", async () => {
    writeProgram(join(folder(), "app"), "", { "Pulumi.test.yaml": "", "Pulumi.production.yaml": "" });
    assert.deepEqual(await preview(["app"]), {
      exitCode: 1,
      stdout: "",
      stderr: `error: ${join(folder(), "app")} has the stacks production, test. Say with --stack NAME which to preview.\n`,
    });
  });

  it("tells of a folder that does not exist", async () => {
    assert.deepEqual(await preview(["nowhere"]), {
      exitCode: 1,
      stdout: "",
      stderr:
        `error: There is no folder ${join(folder(), "nowhere")}. Give the folder of a Pulumi project: the one with its ` +
        "Pulumi.yaml.\n",
    });
  });

  it("tells of a folder without a Pulumi.yaml", async () => {
    writeFiles(join(folder(), "app"), { "README.md": "" });
    assert.deepEqual(await preview(["app"]), {
      exitCode: 1,
      stdout: "",
      stderr:
        `error: ${join(folder(), "app")} is not a Pulumi project: it has no Pulumi.yaml. Give the folder of a Pulumi ` +
        "project, or make one with `pulumi new azure-typescript`.\n",
    });
  });

  it("tells of a machine without Pulumi and Go", async () => {
    writeProgram(join(folder(), "app"), "");
    const cache = join(folder(), "cache");
    const { exitCode, stdout, stderr } = await preview(["app"], {
      PATH: join(folder(), "bin"),
      PULUMI_AZURE_UPDATE_MANAGER_ENGINE_CACHE: cache,
    });
    assert.equal(exitCode, 1);
    assert.equal(stdout, "");
    assert.match(stderr, /^error: This needs the Pulumi engine\. There is no `pulumi` on the PATH\. .*\n$/);
  });
});
