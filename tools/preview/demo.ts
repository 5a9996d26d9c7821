import { join } from "node:path";
import { type Engine, type Operation, readProject } from "../engine";
import { offlineNotice, onlineHint, previewOffline, root } from "./offline";

interface Example {
  readonly folder: string;
  readonly what: string;
  readonly expected: string;
  /** Says what is not as expected; undefined if all is. */
  readonly difference: (preview: Operation) => string | undefined;
}

const examples: readonly Example[] = [
  {
    folder: "examples/linux-vm",
    what: "a machine made with UpdateReadyVirtualMachine, on a weekly schedule",
    expected: "a clean preview, without a finding",
    difference: (preview) => failure(preview) ?? (preview.findings.length > 0 ? count(preview) : undefined),
  },
  {
    folder: "examples/unready-vm",
    what: "machines made with plain @pulumi/azure-native, with the mistakes people make",
    expected: "mandatory findings, which fail the preview",
    difference: (preview) => {
      if (!preview.findings.some(isMandatory)) return failure(preview) ?? "no mandatory finding";
      return preview.exitCode === 0 ? "the preview did not fail" : undefined;
    },
  },
];

/** Previews the examples that show what the pack does; returns 0 if each gave what it should, 130 if interrupted. */
export async function runDemo(engine: Engine, say: (line: string) => void, interrupted: AbortSignal): Promise<number> {
  say(`Previewing ${examples.length} examples with the policy pack, on the Pulumi engine ${engine.version}.`);
  say(offlineNotice);
  const differences: string[] = [];
  for (const [index, example] of examples.entries()) {
    say(`\n${index + 1}. ${example.folder}: ${example.what}.`);
    say(`   Expected: ${example.expected}.\n`);
    const project = await readProject(join(root, example.folder));
    const preview = await previewOffline({ engine, project, transpileOnly: true }, say);
    if (interrupted.aborted || wasCancelled(preview)) return 130;
    const difference = example.difference(preview);
    say(difference === undefined ? `As expected: ${count(preview)}.` : `NOT as expected: ${difference}.`);
    if (difference !== undefined) differences.push(`${example.folder}: ${difference}`);
  }
  if (differences.length > 0) {
    say(`\nNot every example gave what it should:\n${differences.join("\n")}`);
    return 1;
  }
  say(`\nEvery example gave what it should. Preview a stack of your own: npm run preview -- path/to/stack`);
  say(onlineHint(join(root, "examples", "linux-vm")));
  return 0;
}

/** While it draws its tree, the engine reads Ctrl-C from the terminal itself and no signal reaches this process. */
function wasCancelled(preview: Operation): boolean {
  return preview.errors.includes("context canceled");
}

function isMandatory(finding: Operation["findings"][number]): boolean {
  return finding.enforcementLevel === "mandatory";
}

function failure(preview: Operation): string | undefined {
  if (preview.exitCode !== 0) return `the preview failed with exit code ${preview.exitCode}, ${count(preview)}`;
  return preview.steps.some((step) => step.op === "create") ? undefined : "the preview creates nothing";
}

function count(preview: Operation): string {
  if (preview.findings.length === 0) return "no findings";
  const mandatory = preview.findings.filter(isMandatory).length;
  return `${mandatory} mandatory and ${preview.findings.length - mandatory} other findings`;
}
