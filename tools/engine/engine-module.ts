import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseVersion, type Version } from "./version";

/** The folder of the Go module that pins the engine and holds its Node.js language host. */
export const moduleFolder = __dirname;

const hostFolder = "pulumi-language-nodejs";

/** The packages that make an engine; each becomes an executable called by its last path element. */
export const packages = ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", `./${hostFolder}`] as const;

/** What `go.mod` pins, and a key that changes whenever the built engine would. */
export interface EngineModule {
  /** The engine's version, such as `3.259.0`. */
  readonly version: string;
  /** The oldest Go that builds it. */
  readonly go: Version;
  /** Names what is built: version, platform and a hash of everything it is built from. */
  readonly key: string;
}

/** Reads the Go module that pins the engine. */
export async function readEngineModule(): Promise<EngineModule> {
  const goMod = await readFile(join(moduleFolder, "go.mod"), "utf8");
  const version = /^\s*github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/m.exec(goMod)?.[1];
  const go = parseVersion(/^go (\S+)$/m.exec(goMod)?.[1] ?? "");
  if (version === undefined || go === undefined) {
    throw new Error(`${join(moduleFolder, "go.mod")} pins no engine or no Go version`);
  }
  const hash = (await hashSources()).slice(0, 12);
  return { version, go, key: `${version}-${process.platform}-${process.arch}-${hash}` };
}

async function hashSources(): Promise<string> {
  const hostSources = (await readdir(join(moduleFolder, hostFolder))).filter((name) => name.endsWith(".go"));
  const names = ["go.mod", "go.sum", ...hostSources.sort().map((name) => `${hostFolder}/${name}`)];
  const hash = createHash("sha256");
  for (const name of names) {
    hash.update(`${name}\0`).update(await readFile(join(moduleFolder, name)));
  }
  return hash.digest("hex");
}
