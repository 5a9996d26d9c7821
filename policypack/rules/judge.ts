import { inClassicWords } from "../stack/classic/words";
import type { Machine } from "../stack/machine";
import { NotKnown } from "../stack/properties";
import type { StackResource } from "../stack/resource";
import type { Stack } from "../stack/stack";
import { firstOf } from "../stack/three-valued";
import type { VirtualMachine } from "../stack/virtual-machine";
import { type Answer, notKnown, type Rule, type SettingValues, type Verdict } from "./rule";

/**
 * Asks a rule about one resource. What it cannot know becomes "not known"; a fault of the rule itself does too, since a
 * rule must never end somebody's preview.
 */
export function judge(resource: StackResource, ask: () => Answer): Verdict {
  const subject = { name: resource.name, urn: resource.urn };
  const { classicType, name, namesInStack } = resource;
  const inOwnWords = (answer: Answer) => inClassicWords(classicType, name, answer, namesInStack);
  try {
    return { ...inOwnWords(ask()), subject };
  } catch (error) {
    if (error instanceof NotKnown) return { ...inOwnWords(notKnown(error)), subject };
    const fault = error instanceof Error ? error.message : String(error);
    return {
      ...notKnown({ property: "this rule", because: `failed, which is a fault of its own: ${fault}` }),
      subject,
    };
  }
}

/**
 * The answer of a rule under a premise, in three-valued logic: the premise tells why the rule does not apply, or nothing
 * where it does. A rule that does not apply, or is met anyway, is decided whatever is unknown of the other question; only
 * a prerequisite that does not hold waits for both.
 */
export function provided(premise: () => Answer | undefined, ask: () => Answer): Answer {
  const settled = firstOf(premise, () => {
    const answer = ask();
    return answer.outcome === "broken" ? undefined : answer;
  });
  return settled ?? ask();
}

/** A check that asks the same of every Azure VM. */
export function everyVirtualMachine(
  ask: (machine: VirtualMachine, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return (stack, settings) =>
    stack.virtualMachines.map((machine) => judge(machine.resource, () => ask(machine, stack, settings)));
}

/** A check that asks the same of every Azure VM and every Arc-enabled server. */
export function everyMachine(ask: (machine: Machine, stack: Stack, settings: SettingValues) => Answer): Rule["check"] {
  return (stack, settings) =>
    stack.machines.map((machine) => judge(machine.resource, () => ask(machine, stack, settings)));
}

/** A check that asks the same of every resource of some types, given as `module:Resource`. */
export function everyResource(
  types: readonly string[],
  ask: (resource: StackResource, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return (stack, settings) =>
    stack.ofType(...types).map((resource) => judge(resource, () => ask(resource, stack, settings)));
}
