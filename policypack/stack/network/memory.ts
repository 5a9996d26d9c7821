import { NotKnown } from "../properties";
import { attempt } from "../three-valued";
import type { Resources } from "./flow";

/** What was found out of each stack, or why it is not known, by what was asked. */
const memories = new WeakMap<Resources, Map<string, { readonly answer: unknown } | NotKnown>>();

/**
 * An answer about a stack that is found out once: machines in one subnet ask the same of its groups, routes and firewall.
 * Without a key it is asked anew each time.
 */
export function remembered<T>(stack: Resources, key: string | undefined, ask: () => T): T {
  if (key === undefined) return ask();
  const memory = memories.get(stack) ?? new Map<string, { readonly answer: unknown } | NotKnown>();
  memories.set(stack, memory);
  const known = memory.get(key) ?? attempt(() => ({ answer: ask() }));
  memory.set(key, known);
  if (known instanceof NotKnown) throw known;
  return known.answer as T;
}
