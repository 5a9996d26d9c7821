import assert from "node:assert/strict";
import { type Finding, type TestStack, type TestStackOptions, withStack } from "./harness";

/** A finding as tests write it: level, rule and the name of its resource. */
export function named({ enforcementLevel, policyName, urn }: Finding): string {
  return `${enforcementLevel} ${policyName} ${urn?.split("::").at(-1) ?? ""}`;
}

/** What a program leaves behind when it is destroyed: Azure deletes no remediation task that runs. */
const retained: ReadonlySet<string> = new Set(["RemediationAtResource"]);

/**
 * Takes a stack through its whole life on the real engine: preview, deployment, a second preview without a change, an
 * analysis of the deployed state, destruction. Preview, second preview and analysis have the same findings, word for
 * word, as ids become known in between. Returns those findings.
 */
export async function liveAndDie(folder: string, options: TestStackOptions = {}): Promise<readonly Finding[]> {
  return withStack(
    folder,
    async (stack) => {
      const findings = await live(stack);
      const { azure, destroy } = stack;
      assert.equal((await destroy()).exitCode, 0);
      const before = new Set((options.existing ?? []).map(([, id]) => id));
      assert.deepEqual(
        azure.resources.filter(({ type }) => !retained.has(type.name)).flatMap(({ id }) => (before.has(id) ? [] : id)),
        [],
      );
      return findings;
    },
    options,
  );
}

/** The life of {@link liveAndDie} without its end, for stacks so large that it would take long and tell nothing new. */
export async function live({ azure, preview, up, exportState, policyAnalyze }: TestStack): Promise<readonly Finding[]> {
  const first = await preview();
  const deployed = await up();
  assert.equal(deployed.exitCode, 0, deployed.errors.join("\n"));
  assert.ok(azure.resources.length > 0);

  const second = await preview();
  assert.deepEqual(Object.keys(second.changes), ["same"], second.errors.join("\n"));
  assert.deepEqual(sorted(second.findings), sorted(first.findings));

  const analyzed = await policyAnalyze(await exportState());
  assert.deepEqual(sorted(analyzed.findings), sorted(first.findings));
  assert.equal(analyzed.exitCode === 0, first.exitCode === 0);
  return first.findings;
}

function sorted(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => `${named(finding)}: ${finding.message}`).sort();
}
