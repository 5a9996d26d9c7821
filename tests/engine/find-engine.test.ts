import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cacheVariable } from "../../tools/engine/engine-cache";
import { readEngineModule } from "../../tools/engine/engine-module";
import { type Engine, findEngine } from "../../tools/engine/find-engine";
import { UserError } from "../../tools/engine/user-error";
import { useTemporaryFolder, writeScript } from "./temporary-folder";

// Stands in for Go: a `go build` that notes that it ran, and leaves an engine of the asked version.
const fakeGo = (build: string) => `
if [ "$1" = env ]; then echo go1.26.8; exit 0; fi
while [ $# -gt 0 ]; do
  case "$1" in -o) out="$2"; shift;; *version.Version=v*) version="\${1##*=}";; esac
  shift
done
echo built >> "$BUILDS"
${build}
for name in pulumi pulumi-language-nodejs; do
  printf '#!/bin/sh\\necho %s\\n' "$version" > "$out/$name"
  /bin/chmod +x "$out/$name"
done
`;

describe("findEngine", () => {
  const folder = useTemporaryFolder();
  let lines: string[];
  beforeEach(() => {
    lines = [];
  });

  const bin = (name: string) => join(folder(), "bin", name);
  const cache = () => join(folder(), "cache");
  const environment = () => ({
    PATH: join(folder(), "bin"),
    [cacheVariable]: cache(),
    BUILDS: join(folder(), "builds"),
  });
  const find = () => findEngine({ env: environment(), report: (line) => lines.push(line) });
  const builds = () => (existsSync(join(folder(), "builds")) ? readFileSync(join(folder(), "builds"), "utf8") : "");

  function installPulumi(version: string): void {
    writeScript(bin("pulumi"), `echo ${version}`);
    writeScript(bin("pulumi-language-nodejs"), "");
  }

  async function builtEngine(): Promise<Engine> {
    const { key, version } = await readEngineModule();
    return { pulumi: join(cache(), key, "pulumi"), version, origin: "built" };
  }

  async function assertRefused(message: string): Promise<void> {
    await assert.rejects(find(), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.message, message);
      return true;
    });
  }

  const bothWays = () =>
    "Either install the Pulumi CLI 3.250.0 or newer (https://www.pulumi.com/docs/iac/download-install/), or install Go " +
    "1.25.11 or newer (https://go.dev/doc/install), then run the same command again; with Go, the engine is built once, " +
    `in a few minutes, and kept in ${cache()}.`;

  it("takes the engine on the PATH if it is new enough", async () => {
    installPulumi("v3.250.0");
    assert.deepEqual(await find(), { pulumi: bin("pulumi"), version: "3.250.0", origin: "PATH" });
    assert.deepEqual(lines, []);
  });

  it("says that the engine on the PATH is too old, and builds one", async () => {
    installPulumi("v3.249.0");
    writeScript(bin("go"), fakeGo(""));
    assert.deepEqual(await find(), await builtEngine());
    assert.deepEqual(lines.slice(0, 2), [
      `\`pulumi\` on the PATH (${bin("pulumi")}) is 3.249.0, older than 3.250.0. Using the engine 3.259.0 built with Go instead.`,
      "Building the Pulumi engine 3.259.0 with Go. This happens once and takes a few minutes.",
    ]);
    assert.match(lines[2] ?? "", /^Built the Pulumi engine in \d+ s\.$/);
  });

  it("does not take an engine without its language host", async () => {
    writeScript(bin("pulumi"), "echo v3.259.0");
    writeScript(bin("go"), fakeGo(""));
    assert.deepEqual(await find(), await builtEngine());
    assert.match(lines[0] ?? "", /comes without its Node\.js language host, pulumi-language-nodejs\./);
  });

  it("names both ways when there is neither Pulumi nor Go", () =>
    assertRefused(
      "This needs the Pulumi engine. There is no `pulumi` on the PATH. There is no `go` to build it with either. " +
        bothWays(),
    ));

  it("names both ways when Pulumi and Go are too old", async () => {
    installPulumi("v3.100.0");
    writeScript(bin("go"), "echo go1.22.1");
    await assertRefused(
      `This needs the Pulumi engine. \`pulumi\` on the PATH (${bin("pulumi")}) is 3.100.0, older than 3.250.0. ` +
        `\`go\` (${bin("go")}) cannot build it: it needs Go 1.25.11 or newer, and this one says "go1.22.1". ${bothWays()}`,
    );
  });

  it("builds once and takes the engine from the cache then, without Go", async () => {
    writeScript(bin("go"), fakeGo(""));
    await find();
    rmSync(bin("go"));
    assert.deepEqual(await find(), await builtEngine());
    assert.equal(builds(), "built\n");
  });

  it("builds once when several runs start at the same time", async () => {
    writeScript(bin("go"), fakeGo("/bin/sleep 1"));
    const engine = await builtEngine();
    assert.deepEqual(await Promise.all([find(), find(), find()]), [engine, engine, engine]);
    assert.equal(builds(), "built\n");
    assert.deepEqual(readdirSync(cache()), [(await readEngineModule()).key]);
  });

  for (const [damage, inflict] of [
    ["a truncated engine", (engine: string) => truncateSync(engine, 5)],
    ["a changed engine", (engine: string) => writeFileSync(engine, readFileSync(engine, "utf8").replace("v3", "v4"))],
    ["a missing engine", (engine: string) => rmSync(engine)],
    ["a missing language host", (engine: string) => rmSync(`${engine}-language-nodejs`)],
    ["a broken manifest", (engine: string) => writeFileSync(join(engine, "..", "engine.json"), "{")],
  ] as const) {
    it(`notices ${damage} in the cache and builds anew`, async () => {
      writeScript(bin("go"), fakeGo(""));
      const { pulumi } = await find();
      inflict(pulumi);
      assert.deepEqual(await find(), await builtEngine());
      assert.equal(builds(), "built\nbuilt\n");
      assert.ok(lines.some((line) => /^The cached Pulumi engine in .* is damaged: building it anew\.$/.test(line)));
    });
  }

  it("tells what Go said when the build fails, and leaves nothing behind", async () => {
    writeScript(bin("go"), fakeGo('echo "go: module lookup disabled by GOPROXY=off" >&2; exit 1'));
    await assertRefused(
      "The Pulumi engine 3.259.0 could not be built with Go: go: module lookup disabled by GOPROXY=off Building needs the " +
        "Go module proxy (or a filled module cache) and about 3 GB of disk. Put that right and run the same command again, " +
        "or install the Pulumi CLI (https://www.pulumi.com/docs/iac/download-install/).",
    );
    assert.deepEqual(readdirSync(cache()), []);
  });

  it("refuses an engine that does not run after it was built", async () => {
    writeScript(bin("go"), fakeGo("version=v0.0.1"));
    await assert.rejects(find(), /just built does not run: .* printed "v0\.0\.1" instead of v3\.259\.0\./);
    assert.deepEqual(readdirSync(cache()), []);
  });

  it("leaves nothing half-made when a build is interrupted, and the next run builds", async () => {
    writeScript(bin("go"), fakeGo('if [ ! -e "$BUILDS.go" ]; then : > "$BUILDS.go"; exec /bin/sleep 60; fi'));
    const script = 'require("ts-node/register/transpile-only"); require("./tools/engine").findEngine()';
    const child = spawn(process.execPath, ["-e", `process.on("SIGTERM", () => process.exit(1)); ${script}`], {
      env: { ...environment(), TS_NODE_PROJECT: "tsconfig.json" },
      stdio: "ignore",
    });
    while (!existsSync(join(folder(), "builds.go"))) await sleep(50);
    child.kill("SIGTERM");
    await once(child, "exit");
    const { key } = await readEngineModule();
    assert.deepEqual(readdirSync(cache()), [`${key}.lock`]);

    assert.deepEqual(await find(), await builtEngine());
    assert.deepEqual(readdirSync(cache()), [key]);
  });
});
