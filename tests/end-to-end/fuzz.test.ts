import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { arbitraryStack, type Shown } from "../policypack/fuzz/arbitrary-stack";
import { runAsEngine } from "../policypack/fuzz/engine-order";
import { gatherMaterial } from "../policypack/fuzz/templates";
import { engineTimeout, withStack } from "./harness";

/** Generated resources in a state, and the seeds of the states. */
const size = 400;
const seeds = [1, 2, 3, 4, 5];

describe("generated stacks, on the real engine", function () {
  this.timeout(5 * engineTimeout);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-azure-update-manager-fuzz-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("are analyzed to the end, with the findings of the unit tests' run", async () => {
    const stacks = arbitraryStack(await gatherMaterial());
    await withStack("examples/rules", async ({ policyAnalyze }) => {
      for (const seed of seeds) {
        const resources = fc
          .sample(stacks, { seed, numRuns: size })
          .flatMap(inOneState)
          .filter(({ type, inputs }) => inputs !== undefined && isOfProvider(type))
          .slice(0, size);
        const file = join(folder, `state-${seed}.json`);
        writeFileSync(file, JSON.stringify({ version: 3, deployment: deploymentOf(resources) }));
        const { findings, stderr, stdout } = await policyAnalyze(file);
        assert.doesNotMatch(stderr, /panic|exception|not started/i, stdout);
        const { reported } = runAsEngine(
          // What went through JSON is what the engine shows.
          JSON.parse(JSON.stringify(resources)) as readonly Shown[],
          { zealous: false },
        );
        // Which reason is told for what is not known, and so what is reported together, depends on the order of resources.
        const judged = (policy: string) => policy !== "not-known";
        assert.deepEqual(
          findings
            .filter((each) => judged(each.policyName))
            .map(({ policyName, urn }) => `${policyName} ${urn}`)
            .sort(),
          reported
            .filter((each) => judged(each.policy))
            .map(({ policy, urn }) => `${policy} ${urn}`)
            .sort(),
          `seed ${seed}`,
        );
        assert.ok(findings.length > 50, `${findings.length} findings`);
      }
    });
  });
});

/** The resources of one of many stacks of a state, whose URNs must differ. */
function inOneState(stack: readonly Shown[], index: number): readonly Shown[] {
  const renamed = (urn: string) => `${urn}-${index}`;
  return stack.map((each) => ({
    ...each,
    urn: renamed(each.urn),
    name: `${each.name}-${index}`,
    parent: undefined,
    provider: undefined,
    ignoreChanges: [],
    propertyDependencies: Object.fromEntries(
      Object.entries(each.propertyDependencies).map(([property, urns]) => [property, urns.map(renamed)]),
    ),
  }));
}

/** Whether the engine takes a type token for a resource of a provider. */
function isOfProvider(type: string): boolean {
  return /^(azure|azure-native\w*|aws|random):[\w/]+:\w+$/.test(type);
}

function deploymentOf(resources: readonly Shown[]): object {
  const known = new Set(resources.map(({ urn }) => urn));
  return {
    manifest: { time: "2026-11-25T00:00:00Z", magic: "", version: "" },
    resources: resources.map(({ urn, type, inputs, outputs, propertyDependencies }) => ({
      urn,
      type,
      custom: true,
      id: "id",
      inputs,
      outputs,
      propertyDependencies: Object.fromEntries(
        Object.entries(propertyDependencies).map(([property, urns]) => [
          property,
          urns.filter((each) => known.has(each)),
        ]),
      ),
    })),
  };
}
