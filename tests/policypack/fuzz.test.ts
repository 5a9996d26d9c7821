import assert from "node:assert/strict";
import fc from "fast-check";
import { rules } from "../../policypack/rules";
import { azureNativeType, StackResource } from "../../policypack/stack/resource";
import { Stack } from "../../policypack/stack/stack";
import { arbitraryStack, type Shown } from "./fuzz/arbitrary-stack";
import { secret, unknowns } from "./fuzz/changes";
import { type Reported, type Run, runAsEngine } from "./fuzz/engine-order";
import { gatherMaterial, type Material } from "./fuzz/templates";

/** Stacks in a run; `FUZZ_STACKS` asks for more, and `FUZZ_SEED` for those of an earlier run. */
const stacks = Number(process.env.FUZZ_STACKS ?? 20_000);
const seed = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED);

describe("whatever a stack is made of, the policy pack", function () {
  this.timeout(0);
  let material: Material;
  const asked = new Set<string>();
  const { ofType } = Stack.prototype;
  const { sourcesOf } = StackResource.prototype;
  const { stackTraceLimit } = Error;

  before(async () => {
    material = await gatherMaterial();
    Stack.prototype.ofType = function (...types) {
      for (const type of types) asked.add(type);
      return ofType.call(this, ...types);
    };
    StackResource.prototype.sourcesOf = function (property, ...types) {
      for (const type of types) asked.add(type);
      return sourcesOf.call(this, property, ...types);
    };
    // Each value that is not known is an error, and the stacks of a million errors take longer than the rules.
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Stack.prototype.ofType = ofType;
    StackResource.prototype.sourcesOf = sourcesOf;
    Error.stackTraceLimit = stackTraceLimit;
  });

  it("judges it without a fault, the same way each time and in any order", () => {
    const start = Date.now();
    const broken = new Set<string>();
    const oneIn = (count: number) => fc.nat({ max: count - 1 }).map((each) => each === 0);
    fc.assert(
      fc.property(arbitraryStack(material), oneIn(4), oneIn(16), (stack, zealous, again) => {
        const run = runAsEngine(stack, { zealous });
        expectWellSaid(run, stack);
        for (const each of run.reported) if (!isUnjudged(each)) broken.add(each.policy);
        if (!again) return;
        assert.deepEqual(runAsEngine(stack, { zealous }), run);
        const reordered = runAsEngine([...stack].reverse(), { zealous });
        assert.deepEqual(inAnyOrder(reordered.reported), inAnyOrder(run.reported));
      }),
      { numRuns: stacks, ...(seed !== undefined && { seed }) },
    );
    const seconds = (Date.now() - start) / 1000;
    console.log(`      ${stacks} stacks in ${seconds.toFixed(0)} s, ${Math.round(stacks / seconds)} a second`);
    const silent = rules.filter(({ name }) => !broken.has(name)).map(({ name }) => name);
    // Stacks that break nothing would prove nothing; but some rules take more than chance to break.
    assert.ok(silent.length <= rules.length / 4, `never broken: ${silent.join(", ")}`);
  });

  it("finds its secret nowhere but where programs have secrets", () => {
    const shown = [...material.values.values(), ...material.examples.map(({ inputs, outputs }) => [inputs, outputs])];
    assert.ok(!JSON.stringify(shown).includes(secret));
  });

  it("was shown every type that it asks for", () => {
    const types = [...material.examples, ...material.others].map(({ type }) => azureNativeType(type));
    assert.deepEqual(
      [...asked].filter((type) => !type.startsWith("pulumi") && !types.includes(type)),
      [],
    );
  });
});

/** Every message is one for people, about a resource of the stack or none, and none tells of a fault. */
function expectWellSaid({ reported, said }: Run, stack: readonly Shown[]): void {
  const urns = new Set<string | undefined>(stack.map(({ urn }) => urn)).add(undefined);
  for (const { policy, message, urn } of reported) {
    assert.ok(urns.has(urn), `${policy} names ${urn}, which is not in the stack`);
    assert.notEqual(message.trim(), "", policy);
    for (const wrong of [/failed, which is a fault/, /\bundefined\b/, /\[object \w+\]/, /\bNaN\b/]) {
      assert.ok(!wrong.test(message), `${policy}: ${message}`);
    }
    for (const hidden of [...unknowns, secret]) assert.ok(!message.includes(hidden), `${policy} shows it: ${message}`);
  }
  for (const text of said) assert.doesNotMatch(text, /could not mend|undefined|\[object \w+\]|NaN/);
}

/** Whether a finding tells that something is not known. */
function isUnjudged({ policy, message }: Reported): boolean {
  return policy === "not-known" || message.includes(", and this rule is strict.");
}

/**
 * Findings as they must be in any order of the resources. Of several reasons for which something is not known, the first is
 * told; and resources of which the same is not known are reported together.
 */
function inAnyOrder(reported: readonly Reported[]): readonly string[] {
  return reported
    .filter(({ policy }) => policy !== "not-known")
    .map((each) => `${each.policy} ${each.urn} ${isUnjudged(each) ? "is not known" : each.message}`)
    .sort();
}
