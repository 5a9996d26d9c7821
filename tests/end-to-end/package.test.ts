import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withStack } from "./harness";
import { named } from "./life-cycle";

const root = join(__dirname, "..", "..");
const run = promisify(execFile);

/** The lowest version that a range such as `^3.204.0` allows. */
const lowest = (range: string) => range.replace(/^\^/, "");

describe("the npm package, installed by a user with the lowest versions it allows", function () {
  this.timeout(600_000);
  let folder: string;
  let project: string;
  let peers: Record<string, string>;
  let tarball: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulumi-azure-update-manager-package-"));
    project = join(folder, "linux-vm");
    const pack = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: root });
    tarball = join(folder, JSON.parse(pack.stdout)[0].filename);
    await cp(join(root, "examples", "linux-vm"), project, { recursive: true });
    const manifest = JSON.parse(await readFile(join(project, "package.json"), "utf8"));
    peers = JSON.parse(await readFile(join(root, "package.json"), "utf8")).peerDependencies;
    for (const [name, range] of Object.entries(peers)) manifest.dependencies[name] = lowest(range);
    manifest.dependencies["pulumi-azure-update-manager"] = `file:${tarball}`;
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    await install(project);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it("shares one copy of each SDK with the program, of the lowest version", async () => {
    for (const [name, range] of Object.entries(peers)) {
      const { stdout } = await run("npm", ["ls", name, "--all", "--parseable"], { cwd: project });
      assert.deepEqual(stdout.trim().split("\n"), [join(project, "node_modules", name)]);
      const installed = JSON.parse(await readFile(join(project, "node_modules", name, "package.json"), "utf8"));
      assert.equal(installed.version.replace(/^v/, ""), lowest(range));
    }
  });

  it("has types that the program compiles with", async () => {
    await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { cwd: project });
  });

  it("previews on the engine, clean under the pack it brings along", async () => {
    await withStack(project, async ({ preview }) => {
      const policyPack = join(project, "node_modules", "pulumi-azure-update-manager", "policypack");
      const { exitCode, findings, errors } = await preview({ policyPack });
      assert.deepEqual(findings.map(named), []);
      assert.equal(exitCode, 0, errors.join("\n"));
    });
  });

  it("lets a team compile and run a policy pack of its own", async () => {
    const own = join(project, "policy-pack");
    await cp(join(root, "examples", "policy-pack"), own, { recursive: true });
    await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", own], { cwd: project });
    await withStack(project, async ({ preview }) => {
      const { findings, errors } = await preview({ policyPack: own });
      assert.deepEqual(findings.map(named), ["mandatory vm-names-its-owner web"], errors.join("\n"));
    });
  });

  it("has a policy pack whose folder works alone, wherever it is copied", async () => {
    const alone = join(folder, "alone");
    await mkdir(alone);
    await cp(join(project, "node_modules", "pulumi-azure-update-manager", "policypack"), alone, { recursive: true });
    await install(alone);
    await withStack("examples/unready-vm", async ({ preview }) => {
      const [ours, theirs] = [await preview(), await preview({ policyPack: alone })];
      assert.ok(ours.findings.length > 0);
      assert.deepEqual(theirs.findings.map(named).sort(), ours.findings.map(named).sort());
    });
  });
});

async function install(cwd: string): Promise<void> {
  await run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd, maxBuffer: 1 << 24 });
}
