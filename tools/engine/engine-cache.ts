import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Names another folder for built engines than the one under `XDG_CACHE_HOME` or `~/.cache`. */
export const cacheVariable = "PULUMI_AZURE_UPDATE_MANAGER_ENGINE_CACHE";

const manifestName = "engine.json";
const abandonedAfter = 60 * 60 * 1000;

/** The files of a built engine, by name, with what they must be. */
interface Manifest {
  readonly files: Record<string, { readonly size: number; readonly sha256: string }>;
}

/** The folder that keeps built engines, outside any checkout: engines outlive clones and are shared by them. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env[cacheVariable]) return env[cacheVariable];
  const base = env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "pulumi-azure-update-manager", "engine");
}

/** What is in a cache folder for a key. */
export type CacheState = "complete" | "missing" | "corrupt";

/**
 * Looks whether a folder holds a whole engine: exactly the files of its manifest, with the right content. A folder
 * appears under its name only when it is whole, so anything else was damaged later.
 */
export async function inspectEngine(folder: string): Promise<CacheState> {
  let manifest: Manifest;
  try {
    await stat(folder);
  } catch {
    return "missing";
  }
  try {
    manifest = JSON.parse(await readFile(join(folder, manifestName), "utf8")) as Manifest;
    for (const [name, expected] of Object.entries(manifest.files)) {
      const path = join(folder, name);
      const found = await stat(path);
      if (found.size !== expected.size || (await sha256(path)) !== expected.sha256) return "corrupt";
      if (process.platform !== "win32" && (found.mode & 0o111) === 0) return "corrupt";
    }
  } catch {
    return "corrupt";
  }
  return "complete";
}

/** Makes an empty folder beside `folder`, in which an engine can be built before it gets that name. */
export async function stageEngine(folder: string): Promise<string> {
  await removeAbandoned(folder);
  await mkdir(join(folder, ".."), { recursive: true });
  return mkdtemp(`${folder}.building-`);
}

/** Writes the manifest of a built engine and puts it in place by one atomic rename. */
export async function publishEngine(staged: string, folder: string): Promise<void> {
  const files: Manifest["files"] = {};
  for (const name of (await readdir(staged)).sort()) {
    const path = join(staged, name);
    await chmod(path, 0o755);
    files[name] = { size: (await stat(path)).size, sha256: await sha256(path) };
  }
  await writeFile(join(staged, manifestName), `${JSON.stringify({ files } satisfies Manifest, undefined, 2)}\n`);
  await chmod(staged, 0o755);
  try {
    await rename(staged, folder);
  } catch (error) {
    // Another run was quicker: what it built is the same.
    if ((await inspectEngine(folder)) !== "complete") throw error;
    await rm(staged, { recursive: true, force: true });
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  const parent = join(folder, "..");
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((candidate) => candidate.includes(".building-"))) {
    const path = join(parent, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfter) await rm(path, { recursive: true, force: true });
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}
