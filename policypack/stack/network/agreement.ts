import type { NotKnown } from "../properties";

/**
 * What is asked of one of several candidates, of which nobody knows yet which one it is: their answer, where they all have
 * the same. Throws {@link NotKnown} where they differ, and where that of one of them is not known.
 */
export function agreed<T, R>(
  candidates: readonly T[],
  ask: (candidate: T) => R,
  isSame: (one: R, other: R) => boolean,
  ambiguous: () => NotKnown,
): R {
  const [first, ...others] = candidates.map((candidate) => ({ answer: ask(candidate) }));
  if (first === undefined || others.some(({ answer }) => !isSame(first.answer, answer))) throw ambiguous();
  return first.answer;
}

/** Whether two answers are both there, or both absent. */
export function isAlike(one: unknown, other: unknown): boolean {
  return (one === undefined) === (other === undefined);
}
