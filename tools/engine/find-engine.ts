import { access, constants, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { builtEngine } from "./build-engine";
import { run } from "./child-process";
import { cacheFolder } from "./engine-cache";
import { type EngineModule, moduleFolder, readEngineModule } from "./engine-module";
import { askVersion } from "./engine-version";
import { UserError } from "./user-error";
import { formatVersion, isAtLeast, parseVersion, type Version } from "./version";

/** The oldest engine the commands and tests use: the first that analyzes a state file (`policy analyze --file`). */
export const minimumEngine: Version = [3, 250, 0];

/** A Pulumi engine on this machine. */
export interface Engine {
  /** Absolute path of the `pulumi` executable, which has the Node.js language host beside it or on the PATH. */
  readonly pulumi: string;
  /** Its version, such as `3.259.0`. */
  readonly version: string;
  /** Whether it was installed by the user or built here. */
  readonly origin: "PATH" | "built";
}

/** How to look for an engine. */
export interface FindEngineOptions {
  /** The environment to search with: `PATH` and the cache's variables. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** Told what is going on, a line at a time. Default: standard error. */
  readonly report?: (line: string) => void;
}

/**
 * Finds the real Pulumi engine: `pulumi` on the PATH if it is new enough, else the one built from this folder's Go
 * module, which is built first if it is not in the cache yet.
 *
 * @throws UserError if there is neither, naming both ways to get one.
 */
export async function findEngine(options: FindEngineOptions = {}): Promise<Engine> {
  const env = options.env ?? process.env;
  const report = options.report ?? ((line) => process.stderr.write(`${line}\n`));
  const module = await readEngineModule();

  const onPath = await engineOnPath(env);
  if (typeof onPath === "object") return onPath;
  if (onPath !== absent) report(`${onPath} Using the engine ${module.version} built with Go instead.`);

  const beforeBuild = () => checkGo(module, onPath, env);
  const folder = await builtEngine(module, { env, report, beforeBuild });
  return { pulumi: join(folder, executable("pulumi")), version: module.version, origin: "built" };
}

const absent = "There is no `pulumi` on the PATH.";

/** The engine on the PATH, or a sentence that says why there is none to use. */
async function engineOnPath(env: NodeJS.ProcessEnv): Promise<Engine | string> {
  const pulumi = await findOnPath("pulumi", env);
  if (pulumi === undefined) return absent;
  const ended = await askVersion(pulumi, env);
  const version = parseVersion(ended.stdout);
  if (ended.exitCode !== 0 || version === undefined) {
    return `\`pulumi\` on the PATH (${pulumi}) does not tell its version: \`pulumi version\` ended with exit code ${ended.exitCode}.`;
  }
  if (!isAtLeast(version, minimumEngine)) {
    return `\`pulumi\` on the PATH (${pulumi}) is ${formatVersion(version)}, older than ${formatVersion(minimumEngine)}.`;
  }
  if (!(await hasLanguageHost(pulumi, env))) {
    return `\`pulumi\` on the PATH (${pulumi}) comes without its Node.js language host, pulumi-language-nodejs.`;
  }
  return { pulumi, version: formatVersion(version), origin: "PATH" };
}

async function hasLanguageHost(pulumi: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const host = executable("pulumi-language-nodejs");
  const beside = join(dirname(await realpath(pulumi)), host);
  return (await isExecutable(beside)) || (await findOnPath("pulumi-language-nodejs", env)) !== undefined;
}

async function checkGo(module: EngineModule, noPulumi: string, env: NodeJS.ProcessEnv): Promise<void> {
  const minimum = formatVersion(module.go);
  const problem = await goProblem(module, env);
  if (problem === undefined) return;
  throw new UserError(
    `This needs the Pulumi engine. ${noPulumi} ${problem} Either install the Pulumi CLI ${formatVersion(minimumEngine)} ` +
      "or newer (https://www.pulumi.com/docs/iac/download-install/), or install Go " +
      `${minimum} or newer (https://go.dev/doc/install), then run the same command again; with Go, the engine is built ` +
      `once, in a few minutes, and kept in ${cacheFolder(env)}.`,
  );
}

async function goProblem(module: EngineModule, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const go = await findOnPath("go", env);
  if (go === undefined) return "There is no `go` to build it with either.";
  // Asked in the module's folder, because there Go may switch to the toolchain that go.mod wants.
  const ended = await run(go, ["env", "GOVERSION"], { cwd: moduleFolder, env: { ...env, GOWORK: "off" } });
  const version = parseVersion(ended.stdout);
  if (ended.exitCode === 0 && version !== undefined && isAtLeast(version, module.go)) return undefined;
  const said = (ended.stdout + ended.stderr).trim();
  return `\`go\` (${go}) cannot build it: it needs Go ${formatVersion(module.go)} or newer, and this one says "${said}".`;
}

async function findOnPath(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env.PATH ?? "").split(delimiter).filter((entry) => entry !== "")) {
    const path = join(folder, executable(name));
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function executable(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}
