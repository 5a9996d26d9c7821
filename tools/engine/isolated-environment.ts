import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary place for the engine to work in, and the environment that keeps it there. */
export interface IsolatedEnvironment {
  /** Absolute path of the temporary folder. */
  readonly folder: string;
  /** The environment for the engine. */
  readonly env: NodeJS.ProcessEnv;
  /** Removes the folder and all it holds. */
  remove(): Promise<void>;
}

/** What the engine is to be connected to. */
export interface IsolationOptions {
  /** The environment to start from. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** The port of a provider that stands in for `azure-native`. */
  readonly azurePort?: number;
  /** The ports of providers that stand in for others, by the names of their packages. Default: none. */
  readonly providerPorts?: Readonly<Record<string, number>>;
  /**
   * Lets the engine download the other providers a program needs, into the user's own plugin folder, as any preview
   * does. Default: false.
   */
  readonly downloadProviders?: boolean;
  /** Leaves type checking of TypeScript programs out. Default: what the program's own settings say. */
  readonly transpileOnly?: boolean;
}

const folders = new Set<string>();
let removing = false;

/**
 * Makes a temporary place in which the engine reads and writes nothing of its user's: its own home, a file backend, a
 * passphrase made for the run, and no credentials of Azure or Pulumi Cloud. Only the user's provider plugins are shared.
 * The place goes with the process if it is not removed before.
 */
export async function isolate(options: IsolationOptions = {}): Promise<IsolatedEnvironment> {
  const given = options.env ?? process.env;
  const folder = await mkdtemp(join(tmpdir(), "pulumi-azure-update-manager-"));
  removeAtExit(folder);

  const home = join(folder, "home");
  const state = join(folder, "state");
  const noCredentials = join(folder, "azure");
  for (const path of [home, state, noCredentials]) await mkdir(path);
  const plugins = join(given.PULUMI_HOME || join(homedir(), ".pulumi"), "plugins");
  if (options.downloadProviders) await mkdir(plugins, { recursive: true });
  if (existsSync(plugins)) await symlink(plugins, join(home, "plugins"), "junction");

  const env: NodeJS.ProcessEnv = {
    ...withoutCredentials(given),
    AZURE_CONFIG_DIR: noCredentials,
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: randomBytes(16).toString("hex"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // Nobody takes up an operation that was cut off here: writing the whole state after each step, as this keeps the engine
    // from, takes half the time of large deployments.
    PULUMI_SKIP_CHECKPOINTS: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: String(!options.downloadProviders),
    // Without it the CLI has no --event-log.
    PULUMI_DEBUG_COMMANDS: "true",
  };
  const ports = Object.entries({ "azure-native": options.azurePort, ...options.providerPorts });
  const attached = ports.flatMap(([name, port]) => (port === undefined ? [] : `${name}:${port}`));
  if (attached.length > 0) env.PULUMI_DEBUG_PROVIDERS = attached.join(",");
  if (options.transpileOnly !== undefined) env.PULUMI_NODEJS_TRANSPILE_ONLY = String(options.transpileOnly);

  return {
    folder,
    env,
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}

/** Drops what could reach Azure or Pulumi Cloud, and all of the user's settings for the engine except the runtime's. */
function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => {
      const upper = name.toUpperCase();
      if (/^(ARM|AZURE|AZUREAD|IDENTITY|MSI)_/.test(upper)) return false;
      return !upper.startsWith("PULUMI_") || /^PULUMI_NODEJS_(TRANSPILE_ONLY|TSCONFIG_PATH)$/.test(upper);
    }),
  );
}

function removeAtExit(folder: string): void {
  if (!removing) process.once("exit", removeFolders);
  removing = true;
  folders.add(folder);
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
