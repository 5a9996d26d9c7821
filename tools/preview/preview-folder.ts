import { configuredStacks, type Engine, type Project, readProject, UserError } from "../engine";
import type { CommandLine } from "./command-line";
import { offlineNotice, onlineHint, previewOffline } from "./offline";

const defaultStack = "dev";

/** Previews somebody's own stack; returns the engine's exit code. */
export async function previewFolder(
  folder: string,
  { stack, configuration }: CommandLine,
  findEngine: () => Promise<Engine>,
  say: (line: string) => void,
): Promise<number> {
  const project = await readProject(folder);
  const name = await chooseStack(project, stack);
  const engine = await findEngine();
  checkRuntime(project, engine);

  say(`Previewing stack ${name} of ${project.folder} with the policy pack, on the Pulumi engine ${engine.version}.`);
  say(offlineNotice);
  say(`${onlineHint(project.folder)}\n`);
  const preview = await previewOffline({ engine, project, stack: name, configuration, downloadProviders: true }, say);
  return preview.exitCode;
}

/** The stack that is asked for, or the only one there is. */
async function chooseStack(project: Project, asked: string | undefined): Promise<string> {
  // A stack may be given in full, as organization/project/stack.
  if (asked !== undefined) return asked.slice(asked.lastIndexOf("/") + 1);
  const stacks = await configuredStacks(project);
  if (stacks.length <= 1 || stacks.includes(defaultStack)) {
    return stacks.includes(defaultStack) ? defaultStack : (stacks[0] ?? defaultStack);
  }
  throw new UserError(`${project.folder} has the stacks ${stacks.join(", ")}. Say with --stack NAME which to preview.`);
}

function checkRuntime(project: Project, engine: Engine): void {
  if (engine.origin === "PATH" || project.runtime === "nodejs") return;
  throw new UserError(
    `${project.folder} is written for the runtime ${project.runtime}, and the Pulumi engine that was built here has the ` +
      "language host for nodejs alone. Install the Pulumi CLI (https://www.pulumi.com/docs/iac/download-install/), which " +
      "has them all, and run the same command again.",
  );
}
