import { rmSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BuildLock } from "./build-lock";
import { run } from "./child-process";
import { cacheFolder, inspectEngine, publishEngine, stageEngine } from "./engine-cache";
import { type EngineModule, moduleFolder, packages } from "./engine-module";
import { askVersion } from "./engine-version";
import { UserError } from "./user-error";

const progressInterval = 10_000;
const lockInterval = 500;

/** How to get a built engine. */
export interface BuildOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Told what is going on, a line at a time. */
  readonly report: (line: string) => void;
  /** Called before a build starts, to refuse one that cannot succeed. */
  readonly beforeBuild: () => Promise<void>;
}

/**
 * The folder of the built engine: from the cache, or built now. Only one of several runs builds; the others wait for it.
 */
export async function builtEngine(module: EngineModule, options: BuildOptions): Promise<string> {
  const folder = join(cacheFolder(options.env), module.key);
  if ((await inspectEngine(folder)) === "complete") return folder;

  await options.beforeBuild();
  const lock = await takeLock(folder, options);
  try {
    const state = await inspectEngine(folder);
    if (state === "complete") return folder;
    if (state === "corrupt") {
      options.report(`The cached Pulumi engine in ${folder} is damaged: building it anew.`);
      await rm(folder, { recursive: true, force: true });
    }
    await build(module, folder, options);
    return folder;
  } finally {
    await lock.release();
  }
}

async function takeLock(folder: string, options: BuildOptions): Promise<BuildLock> {
  await mkdir(join(folder, ".."), { recursive: true });
  let told = 0;
  for (;;) {
    const lock = await BuildLock.tryTake(`${folder}.lock`);
    if (lock !== undefined) return lock;
    if (Date.now() - told > progressInterval) {
      told = Date.now();
      options.report("Another run is building the Pulumi engine: waiting for it.");
    }
    await sleep(lockInterval);
  }
}

async function build(module: EngineModule, folder: string, options: BuildOptions): Promise<void> {
  const staged = await stageEngine(folder);
  const removeStaged = () => rmSync(staged, { recursive: true, force: true });
  process.once("exit", removeStaged);
  const progress = new BuildProgress(module.version, options.report);
  try {
    const version = `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${module.version}`;
    const args = ["build", "-v", "-trimpath", "-buildvcs=false", "-mod=readonly", "-ldflags", `-s -w -X ${version}`];
    const ended = await run("go", [...args, "-o", `${staged}/`, ...packages], {
      cwd: moduleFolder,
      env: { ...options.env, CGO_ENABLED: "0", GOWORK: "off" },
      onErrorLine: (line) => progress.saw(line),
    });
    if (ended.exitCode !== 0) throw new UserError(failure(module.version, ended.stderr));
    await checkEngine(staged, module.version, options.env);
    await publishEngine(staged, folder);
    progress.done();
  } finally {
    progress.stop();
    removeStaged();
    process.removeListener("exit", removeStaged);
  }
}

/** Runs a fresh engine once, so that one that does not start on this machine never gets into the cache. */
async function checkEngine(folder: string, version: string, env: NodeJS.ProcessEnv): Promise<void> {
  const ended = await askVersion(join(folder, "pulumi"), env);
  if (ended.stdout.trim() !== `v${version}`) {
    throw new UserError(
      `The Pulumi engine that was just built does not run: \`pulumi version\` ended with exit code ${ended.exitCode} ` +
        `and printed ${JSON.stringify((ended.stdout + ended.stderr).trim())} instead of v${version}. Install the ` +
        "Pulumi CLI instead (https://www.pulumi.com/docs/iac/download-install/) and run the same command again.",
    );
  }
}

function failure(version: string, stderr: string): string {
  // With -v, go names each package it compiles on a line of its own; what is left is what went wrong.
  const said = stderr.split("\n").filter((line) => /[\s:]/.test(line) && !line.startsWith("go: downloading"));
  return (
    `The Pulumi engine ${version} could not be built with Go: ${said.slice(-5).join(" ").trim()} ` +
    "Building needs the Go module proxy (or a filled module cache) and about 3 GB of disk. Put that right and run the " +
    "same command again, or install the Pulumi CLI (https://www.pulumi.com/docs/iac/download-install/)."
  );
}

/** Says every few seconds how far a build is: minutes without a word look like a hang. */
class BuildProgress {
  private readonly start = Date.now();
  private downloaded = 0;
  private compiled = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    version: string,
    private readonly report: (line: string) => void,
  ) {
    report(`Building the Pulumi engine ${version} with Go. This happens once and takes a few minutes.`);
    this.timer = setInterval(() => this.tell(), progressInterval);
  }

  saw(line: string): void {
    if (line.startsWith("go: downloading ")) this.downloaded++;
    else if (/^[^\s:]+$/.test(line)) this.compiled++;
  }

  done(): void {
    this.report(`Built the Pulumi engine in ${this.seconds()} s.`);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tell(): void {
    const downloads = this.downloaded === 0 ? "" : `${this.downloaded} modules downloaded, `;
    this.report(`  ${this.seconds()} s: ${downloads}${this.compiled} packages compiled`);
  }

  private seconds(): number {
    return Math.round((Date.now() - this.start) / 1000);
  }
}
