import { NotKnown } from "../properties";
import { all, assumption, type Candidate } from "./cases";

/** Something with a place among others: one candidate, or several that stay together. */
export interface Prioritized<T> {
  /** A name of its own among the others. */
  readonly key: string;
  /** The lowest comes first; or why the place is not known. */
  readonly priority: number | NotKnown;
  readonly candidates: readonly Candidate<T>[];
}

/**
 * Candidates by priority. Those whose priority is not known may come before all others, and come last at the latest: they
 * are there twice.
 */
export function inOrder<T>(items: readonly Prioritized<T>[]): readonly Candidate<T>[] {
  const placed: { readonly priority: number; readonly candidates: readonly Candidate<T>[] }[] = [];
  const [first, last]: [Candidate<T>[], Candidate<T>[]] = [[], []];
  for (const { key, priority, candidates } of items) {
    if (!(priority instanceof NotKnown)) {
      placed.push({ priority, candidates });
      continue;
    }
    const isFirst = assumption(`${key} is first`, () => priority);
    first.push(...candidates.map(({ condition, result }) => ({ condition: all(condition, isFirst), result })));
    last.push(...candidates);
  }
  placed.sort((one, other) => one.priority - other.priority);
  return [...first, ...placed.flatMap(({ candidates }) => candidates), ...last];
}
