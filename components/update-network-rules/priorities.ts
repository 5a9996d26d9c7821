/** How a rule gets its priority. */
export interface PriorityRange {
  /** The smallest priority that may be given. */
  readonly first: number;
  /** The largest. */
  readonly last: number;
  /** How many places there are: a rule with a place gets `first + place`, or that plus a multiple of this. */
  readonly places: number;
}

/**
 * The priority of the rule that has a place: the first in its own row that nobody has. Rows do not overlap, so that
 * adding or leaving out one rule moves no other; Azure refuses two rules of one priority even for the moment between
 * two changes. `undefined`: the whole row is taken.
 */
export function allocatePriority(
  place: number,
  { first, last, places }: PriorityRange,
  taken: ReadonlySet<number>,
): number | undefined {
  for (let priority = first + place; priority <= last; priority += places) {
    if (!taken.has(priority)) return priority;
  }
  return undefined;
}

/** Whether a priority is one that {@link allocatePriority} could give to a place. */
export function belongsTo(priority: number, place: number, { first, last, places }: PriorityRange): boolean {
  return priority >= first && priority <= last && (priority - first) % places === place;
}
