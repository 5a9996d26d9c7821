import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { UserError } from "./user-error";

/** A Pulumi project on disk. */
export interface Project {
  /** Absolute path of the folder that holds `Pulumi.yaml`. */
  readonly folder: string;
  readonly name: string;
  /** The runtime's name, such as `nodejs`. */
  readonly runtime: string;
  /** Absolute path of the folder that holds the stacks' configuration files. */
  readonly configurationFolder: string;
  /** The configuration keys, as `project:name`, that the project declares as secret. */
  readonly secretKeys: readonly string[];
}

interface ProjectFile {
  readonly name?: unknown;
  readonly runtime?: unknown;
  readonly stackConfigDir?: unknown;
  readonly config?: unknown;
}

const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];
const projectDocumentation = "https://www.pulumi.com/docs/iac/concepts/projects/project-file/";

/**
 * Reads the Pulumi project in a folder.
 *
 * @throws UserError if there is no folder, no project file in it, or the file is not a project's.
 */
export async function readProject(path: string): Promise<Project> {
  const folder = resolve(path);
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) {
    throw new UserError(
      `There is no folder ${folder}. Give the folder of a Pulumi project: the one with its Pulumi.yaml.`,
    );
  }
  const names = found.isDirectory() ? await readdir(folder) : [];
  const name = projectFiles.find((candidate) => names.includes(candidate));
  if (name === undefined) {
    throw new UserError(
      `${folder} is not a Pulumi project: it has no Pulumi.yaml. Give the folder of a Pulumi project, or make one with ` +
        "`pulumi new azure-typescript`.",
    );
  }
  return parseProject(folder, name, await readFile(join(folder, name), "utf8"));
}

function parseProject(folder: string, fileName: string, text: string): Project {
  const path = join(folder, fileName);
  let file: ProjectFile | null;
  try {
    file = parse(text) as ProjectFile | null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(`${path} is not YAML: ${reason} See ${projectDocumentation}.`);
  }
  const name = file?.name;
  const runtime = runtimeName(file?.runtime);
  if (typeof name !== "string" || runtime === undefined) {
    throw new UserError(
      `${path} needs a name and a runtime, such as \`runtime: nodejs\`. See ${projectDocumentation}.`,
    );
  }
  // Before `stackConfigDir`, a plain `config` named that folder.
  const configurationFolder = [file?.stackConfigDir, file?.config].find((value) => typeof value === "string") ?? ".";
  return {
    folder,
    name,
    runtime,
    configurationFolder: resolve(folder, String(configurationFolder)),
    secretKeys: secretKeys(name, file?.config),
  };
}

function runtimeName(runtime: unknown): string | undefined {
  if (typeof runtime === "string") return runtime;
  if (!isRecord(runtime)) return undefined;
  return typeof runtime.name === "string" ? runtime.name : undefined;
}

function secretKeys(project: string, declarations: unknown): string[] {
  if (!isRecord(declarations)) return [];
  return Object.entries(declarations)
    .filter(([, declaration]) => isRecord(declaration) && declaration.secret === true)
    .map(([key]) => (key.includes(":") ? key : `${project}:${key}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The configuration file of a stack, or undefined if the stack has none. */
export async function configurationFile(project: Project, stack: string): Promise<string | undefined> {
  const names = await configurationFiles(project);
  const name = names.find((candidate) => stackOf(candidate) === stack);
  return name === undefined ? undefined : join(project.configurationFolder, name);
}

/** The names of the stacks that have a configuration file, sorted. */
export async function configuredStacks(project: Project): Promise<string[]> {
  return (await configurationFiles(project)).map(stackOf).sort();
}

async function configurationFiles(project: Project): Promise<string[]> {
  const names = await readdir(project.configurationFolder).catch(() => []);
  return names.filter((name) => /^Pulumi\..+\.(yaml|yml|json)$/.test(name));
}

function stackOf(fileName: string): string {
  return fileName.replace(/^Pulumi\./, "").replace(/\.[^.]+$/, "");
}
