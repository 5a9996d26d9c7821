import { join } from "node:path";
import { type OfflineAzure, type OfflineAzureOptions, serveOfflineAzure } from "../../tools/azure";
import {
  type Engine,
  findEngine,
  IsolatedStack,
  type Operation,
  type OperationOptions,
  readProject,
} from "../../tools/engine";

export type { Finding, Operation, Step } from "../../tools/engine";

const root = join(__dirname, "..", "..");

/** The compiled policy pack, as its users give it to `--policy-pack`. */
export const policyPack = join(root, "policypack");

/** Time for a test that runs the engine a few times, on a busy machine, in milliseconds. */
export const engineTimeout = 120_000;

/** A stack on the real engine, deployed to an offline Azure of its own. */
export interface TestStack {
  /** The Azure it is deployed to. */
  readonly azure: OfflineAzure;
  /** `pulumi preview`, with the project's policy pack unless another or none (`policyPack: undefined`) is given. */
  preview(options?: OperationOptions): Promise<Operation>;
  /** `pulumi up`, without a policy pack unless one is given. */
  up(options?: OperationOptions): Promise<Operation>;
  /** `pulumi destroy`. */
  destroy(): Promise<Operation>;
  /** Exports the state to a temporary file and returns its path. */
  exportState(): Promise<string>;
  /** `pulumi policy analyze` of a state file, with the project's policy pack. */
  policyAnalyze(stateFile: string, policyPackConfig?: string): Promise<Operation>;
}

/** How a test's stack differs from a plain one. */
export interface TestStackOptions {
  readonly stack?: string;
  /** Configuration values by key; a key without a namespace is the project's. */
  readonly configuration?: Readonly<Record<string, string>>;
  readonly azure?: OfflineAzureOptions;
  /** What the Azure has before the stack: its parents come first. Default: nothing. */
  readonly existing?: readonly ExistingResource[];
  /** The ports of other providers, by the names of their packages. Default: none. */
  readonly providerPorts?: Readonly<Record<string, number>>;
}

/** A resource that no program created: the SDK's class, the id and the body. */
export type ExistingResource = Parameters<OfflineAzure["put"]>;

let engine: Promise<Engine>;

// A root hook of every run that loads this file: the engine is looked for once, and built if need be outside any test.
before("find the Pulumi engine", async function () {
  this.timeout(0);
  engine = findEngine();
  await engine;
});

/**
 * Runs `use` with a new stack of a project, which goes when `use` is done. Stacks share nothing, so they may run at the
 * same time. Without an engine the test fails.
 *
 * @param folder The project's folder, relative to the checkout's root or absolute.
 */
export async function withStack<T>(
  folder: string,
  use: (stack: TestStack) => Promise<T>,
  options: TestStackOptions = {},
): Promise<T> {
  const project = await readProject(join(folder.startsWith("/") ? "" : root, folder));
  const { stack: name, configuration } = options;
  const azure = await serveOfflineAzure({ unknownTypes: "reject", ...options.azure });
  try {
    for (const resource of options.existing ?? []) azure.put(...resource);
    const stack = await IsolatedStack.create({
      engine: await engine,
      project,
      stack: name,
      configuration,
      azurePort: azure.port,
      providerPorts: options.providerPorts,
      transpileOnly: true,
    });
    try {
      return await use({
        azure,
        preview: (operation) => stack.preview({ policyPack, ...operation }),
        up: (operation) => stack.up(operation),
        destroy: () => stack.destroy(),
        exportState: () => stack.exportState(),
        policyAnalyze: (stateFile, policyPackConfig) => stack.policyAnalyze(stateFile, policyPack, policyPackConfig),
      });
    } finally {
      await stack.remove();
    }
  } finally {
    await azure.close();
  }
}
