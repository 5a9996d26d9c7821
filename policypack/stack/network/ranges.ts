/** A set of whole numbers, as ranges of first and last that are sorted and do not touch. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** The set that has every number of some sets. */
export function union(...sets: readonly Ranges[]): Ranges {
  const sorted = sets.flat().sort(([one], [other]) => one - other);
  const joined: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = joined.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

/** The set that has the numbers of both. */
export function intersection(one: Ranges, other: Ranges): Ranges {
  return one.flatMap(([first, last]) =>
    other
      .map(([otherFirst, otherLast]) => [Math.max(first, otherFirst), Math.min(last, otherLast)] as const)
      .filter(([from, to]) => from <= to),
  );
}

/** The set that has the numbers of one that the other does not have. */
export function difference(one: Ranges, other: Ranges): Ranges {
  return other.reduce<Ranges>(
    (rest, [first, last]) =>
      rest.flatMap(([from, to]) =>
        [[from, Math.min(to, first - 1)] as const, [Math.max(from, last + 1), to] as const].filter(
          ([start, end]) => start <= end,
        ),
      ),
    one,
  );
}

/** Whether the set has no number. */
export function isEmpty(set: Ranges): boolean {
  return set.length === 0;
}
