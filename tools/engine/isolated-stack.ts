import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Ended, run } from "./child-process";
import { type EngineEvents, parseEventLog } from "./engine-events";
import type { Engine } from "./find-engine";
import { type IsolatedEnvironment, type IsolationOptions, isolate } from "./isolated-environment";
import { configurationFile, type Project } from "./project";
import { makePortable, qualifyKey, secretPlaceholder } from "./stack-configuration";
import { UserError } from "./user-error";

/** A stack to be made in isolation. */
export interface IsolatedStackOptions extends IsolationOptions {
  readonly engine: Engine;
  readonly project: Project;
  /** The stack's name, as the program sees it. Its configuration is copied from the project. Default: `dev`. */
  readonly stack?: string;
  /** Configuration values by key, over the project's. A key without a namespace is the project's. */
  readonly configuration?: Readonly<Record<string, string>>;
}

/** An operation on a stack. */
export interface OperationOptions {
  /** Absolute path of a policy pack to run. */
  readonly policyPack?: string;
  /** Absolute path of a JSON file that configures the policy pack. */
  readonly policyPackConfig?: string;
  /** Configuration values by key to set first, none of them secret. A key without a namespace is the project's. */
  readonly configuration?: Readonly<Record<string, string>>;
  /** Shows the engine's own output on this process's terminal instead of returning it. Default: false. */
  readonly shown?: boolean;
}

/** How an operation ended, and what the engine said it did. */
export interface Operation extends Ended, EngineEvents {}

/**
 * A stack of somebody's project in a temporary backend. The program runs in the project's own folder, in which nothing
 * is written: configuration, state and the engine's home are copies that go when the stack is removed.
 */
export class IsolatedStack {
  private operations = 0;

  private constructor(
    private readonly engine: Engine,
    private readonly project: Project,
    private readonly environment: IsolatedEnvironment,
    private readonly stack: string,
    /** What of the stack's configuration was set aside, a sentence each. */
    readonly notes: readonly string[],
  ) {}

  /** Makes an empty stack. Remove it when it is no longer needed. */
  static async create(options: IsolatedStackOptions): Promise<IsolatedStack> {
    const stack = options.stack ?? "dev";
    const environment = await isolate(options);
    try {
      const file = await configurationFile(options.project, stack);
      const portable = makePortable(file === undefined ? "" : await readFile(file, "utf8"));
      const isolated = new IsolatedStack(options.engine, options.project, environment, stack, portable.notes);
      await isolated.initialize(portable.text);
      await isolated.configure(portable.secretKeys, options.configuration ?? {});
      return isolated;
    } catch (error) {
      await environment.remove();
      throw error;
    }
  }

  /** `pulumi preview`. */
  preview(options?: OperationOptions): Promise<Operation> {
    return this.operate(["preview"], options);
  }

  /** `pulumi up`, without asking. */
  up(options?: OperationOptions): Promise<Operation> {
    return this.operate(["up", "--yes", "--skip-preview"], options);
  }

  /** `pulumi destroy`, without asking. */
  destroy(options?: Omit<OperationOptions, "policyPack" | "policyPackConfig">): Promise<Operation> {
    return this.operate(["destroy", "--yes", "--skip-preview"], options);
  }

  /** Writes the stack's state into a file of the stack's temporary folder and returns its path. */
  async exportState(): Promise<string> {
    const file = join(this.environment.folder, `state-${++this.operations}.json`);
    await this.manage(["stack", "export", "--stack", this.stack, "--file", file]);
    return file;
  }

  /** `pulumi policy analyze` over a state file. */
  async policyAnalyze(stateFile: string, policyPack: string, policyPackConfig?: string): Promise<Operation> {
    const args = ["policy", "analyze", "--file", stateFile, "--policy-pack", policyPack, "--json", "--non-interactive"];
    if (policyPackConfig !== undefined) args.push("--policy-pack-config", policyPackConfig);
    const ended = await this.pulumi(args);
    return { ...ended, ...parseEventLog(ended.stdout) };
  }

  /** Removes the stack with its temporary folder. What it deployed to the offline Azure is not destroyed. */
  remove(): Promise<void> {
    return this.environment.remove();
  }

  private get ownFolder(): string {
    return join(this.environment.folder, "project");
  }

  private get ownConfiguration(): string {
    return join(this.ownFolder, `Pulumi.${this.stack}.yaml`);
  }

  /** `stack init` writes the stack's configuration file beside Pulumi.yaml: here, beside a copy of it. */
  private async initialize(configuration: string): Promise<void> {
    await mkdir(this.ownFolder);
    const { name, runtime } = this.project;
    await writeFile(join(this.ownFolder, "Pulumi.yaml"), stringify({ name, runtime }));
    if (configuration !== "") await writeFile(this.ownConfiguration, configuration);
    await this.manage(["stack", "init", this.stack, "--non-interactive"]);
  }

  private async configure(placeholders: readonly string[], given: Readonly<Record<string, string>>): Promise<void> {
    const qualified = Object.entries(given).map(([key, value]) => [qualifyKey(this.project.name, key), value] as const);
    const values = new Map([...placeholders.map((key) => [key, secretPlaceholder] as const), ...qualified]);
    if (values.size === 0) return;
    const secret = new Set([...placeholders, ...this.project.secretKeys]);
    const args = [...values].flatMap(([key, value]) => [
      secret.has(key) ? "--secret" : "--plaintext",
      `${key}=${value}`,
    ]);
    await this.manage(["config", "set-all", "--stack", this.stack, ...args]);
  }

  private async operate(command: readonly string[], options: OperationOptions = {}): Promise<Operation> {
    const log = join(this.environment.folder, `events-${++this.operations}.json`);
    const args = [...command, "--stack", this.stack, "--config-file", this.ownConfiguration, "--event-log", log];
    for (const [key, value] of Object.entries(options.configuration ?? {})) {
      args.push("--config", `${qualifyKey(this.project.name, key)}=${value}`);
    }
    if (options.policyPack !== undefined) args.push("--policy-pack", options.policyPack);
    if (options.policyPackConfig !== undefined) args.push("--policy-pack-config", options.policyPackConfig);
    const output = options.shown ? "shown" : "captured";
    if (output === "captured") args.push("--non-interactive", "--color", "never");
    const ended = await this.pulumi(args, { cwd: this.project.folder, output });
    return { ...ended, ...parseEventLog(await readFile(log, "utf8").catch(() => "")) };
  }

  /** Runs a command of the engine that must succeed: what it works on was made here. */
  private async manage(args: readonly string[]): Promise<void> {
    const ended = await this.pulumi(args, { cwd: this.ownFolder });
    if (ended.exitCode !== 0) {
      // The arguments of `config set-all` carry values, which may be secret.
      const said = (ended.stderr || ended.stdout).trim().replace(/^error: /, "");
      throw new UserError(`\`pulumi ${args.slice(0, 2).join(" ")}\` failed with exit code ${ended.exitCode}: ${said}`);
    }
  }

  private pulumi(
    args: readonly string[],
    options: { cwd?: string; output?: "captured" | "shown" } = {},
  ): Promise<Ended> {
    const cwd = options.cwd ?? this.environment.folder;
    return run(this.engine.pulumi, args, { cwd, env: this.environment.env, output: options.output });
  }
}
