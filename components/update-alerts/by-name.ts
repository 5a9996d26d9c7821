/**
 * The members of a map in the order of their names: programs in some languages give them in another order each time,
 * and what is made from them must stay the same.
 */
export function byName<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1));
}
