import { NotKnown } from "../properties";
import { attempt } from "../three-valued";
import { difference, intersection, isEmpty, type Ranges } from "./ranges";

/** What is possible of a connection, as far as it decides: some of its values are known only to be among several. */
export interface Case {
  /** The addresses that the machine may have. */
  readonly sources: Ranges;
  /** The addresses that the other side may have. */
  readonly destinations: Ranges;
  /** The ports that the machine may use on its own side. */
  readonly sourcePorts: Ranges;
  /** The names that the machine may ask for. */
  readonly names: readonly string[];
  /** What nobody knows and is taken for granted in this case, by its name. */
  readonly assumed: Readonly<Record<string, boolean>>;
  /** Why this is not the only case; `undefined` where it is. */
  readonly because?: NotKnown;
}

/** Part of a case, and whether a condition holds in it: not known where that hangs on no value that cases tell apart. */
export interface Part {
  readonly of: Case;
  readonly holds: boolean | NotKnown;
}

/** A condition divides a case into parts in which it holds, does not hold, or is not known to. */
export type Condition = (of: Case) => readonly Part[];

/** Something that a connection may come upon, with the conditions on which it does. */
export interface Candidate<T> {
  readonly condition: Condition;
  /** What happens then; throws {@link NotKnown} where that is not known. */
  readonly result: () => T;
}

/** How many cases are told apart before the answer counts as not known. */
const limit = 2000;

/** A candidate that comes first in a case, for certain or, for the reason given, possibly. */
export interface Match<T> {
  readonly of: Case;
  readonly holds: true | NotKnown;
  readonly result: () => T;
}

/** The candidates that come first, with the cases in which they do. The last candidate must hold in every case. */
export function firstMatches<T>(start: Case, candidates: readonly Candidate<T>[]): readonly Match<T>[] {
  const found: Match<T>[] = [];
  let pending: readonly Case[] = [start];
  for (const { condition, result } of candidates) {
    const parts = pending.flatMap((each) => undivided(each, attemptPart(condition)(each)));
    for (const { of, holds } of parts) if (holds !== false) found.push({ of, holds, result });
    pending = parts.filter(({ holds }) => holds !== true).map(({ of, holds }) => divided(of, holds));
    if (pending.length > limit) throw new NotKnown("networkProfile", "has more cases than can be told apart");
    if (pending.length === 0) break;
  }
  return found;
}

/**
 * The result of the first candidate whose condition holds: that of every case, where they have the same. Throws
 * {@link NotKnown} where they differ, with the reason for which they do. The last candidate must hold in every case.
 */
export function firstMatch<T>(
  start: Case,
  candidates: readonly Candidate<T>[],
  isSame: (one: T, other: T) => boolean,
): T {
  const found = firstMatches(start, candidates);
  const results = found.map(({ result }) => attempt(result));
  const [first] = results;
  const unreadable = results.find((each) => each instanceof NotKnown);
  if (unreadable instanceof NotKnown) throw unreadable;
  if (first === undefined || first instanceof NotKnown) {
    throw new NotKnown("networkProfile", "meets nothing that decides");
  }
  if (results.every((each) => !(each instanceof NotKnown) && isSame(first, each))) return first;
  const reasons = found.map(({ of, holds }) => of.because ?? (holds === true ? undefined : holds));
  throw reasons.find((each) => each !== undefined) ?? new NotKnown("networkProfile", "has several cases");
}

/** The condition that every one of some conditions holds; one that does not decides, whatever is unknown of the others. */
export function all(...conditions: readonly Condition[]): Condition {
  return (of) =>
    conditions.reduce<readonly Part[]>(
      (parts, condition) =>
        parts.flatMap((part) => (part.holds === false ? [part] : joined(part, attemptPart(condition)(part.of), true))),
      [{ of, holds: true }],
    );
}

/** The condition that one of some conditions holds; one that does decides, whatever is unknown of the others. */
export function any(...conditions: readonly Condition[]): Condition {
  return (of) =>
    conditions.reduce<readonly Part[]>(
      (parts, condition) =>
        parts.flatMap((part) => (part.holds === true ? [part] : joined(part, attemptPart(condition)(part.of), false))),
      [{ of, holds: false }],
    );
}

/** The condition that another does not hold. */
export function not(condition: Condition): Condition {
  return (of) =>
    attemptPart(condition)(of).map((part) => ({
      of: part.of,
      holds: part.holds instanceof NotKnown ? part.holds : !part.holds,
    }));
}

/** A condition that is the same in every case; where reading it throws {@link NotKnown}, it is not known. */
export function always(read: () => boolean): Condition {
  return (of) => [{ of, holds: attempt(read) }];
}

/** A condition that is not known, for the given reason. */
export function unknown(reason: NotKnown): Condition {
  return (of) => [{ of, holds: reason }];
}

/** The condition that an address or a port is in a set. */
export function within(
  dimension: "sources" | "destinations" | "sourcePorts",
  set: Ranges,
  reason: () => NotKnown,
): Condition {
  return (of) => {
    const [inside, outside] = [intersection(of[dimension], set), difference(of[dimension], set)];
    if (isEmpty(outside)) return [{ of, holds: true }];
    if (isEmpty(inside)) return [{ of, holds: false }];
    const because = divided(of, reason);
    return [
      { of: { ...because, [dimension]: inside }, holds: true },
      { of: { ...because, [dimension]: outside }, holds: false },
    ];
  };
}

/** A condition of which nobody knows whether it holds, but that is the same wherever it is asked. */
export function assumption(name: string, reason: () => NotKnown): Condition {
  return (of) => {
    const known = of.assumed[name];
    if (known !== undefined) return [{ of, holds: known }];
    const because = divided(of, reason);
    return [true, false].map((holds) => ({ of: { ...because, assumed: { ...of.assumed, [name]: holds } }, holds }));
  };
}

/** The condition that the name asked for is one that a predicate takes: in whole, in part or not at all. */
export function isNamed(takes: (name: string) => boolean | "some", reason: () => NotKnown): Condition {
  return (of) => {
    if (of.names.length === 0) return [{ of, holds: reason() }];
    const named = (wanted: boolean | "some") => of.names.filter((name) => takes(name) === wanted);
    const groups = [true, false, "some" as const].map((holds) => ({ holds, names: named(holds) }));
    const present = groups.filter(({ names }) => names.length > 0);
    return present.map(({ holds, names }) => ({
      of: present.length === 1 ? of : { ...divided(of, reason), names },
      holds: holds === "some" ? reason() : holds,
    }));
  };
}

/** A condition that is not known where its reading throws {@link NotKnown}. */
function attemptPart(condition: Condition): Condition {
  return (of) => {
    const parts = attempt(() => condition(of));
    return parts instanceof NotKnown ? [{ of, holds: parts }] : parts;
  };
}

/** The case as one again where a condition divided it to no end. */
function undivided(of: Case, parts: readonly Part[]): readonly Part[] {
  return parts.every(({ holds }) => holds === false) ? [{ of, holds: false }] : parts;
}

/** What one more condition makes of a part: the neutral answer leaves what was known of it. */
function joined(part: Part, next: readonly Part[], neutral: boolean): readonly Part[] {
  return next.map(({ of, holds }) => {
    if (holds === neutral) return { of, holds: part.holds };
    return { of, holds: holds instanceof NotKnown && part.holds instanceof NotKnown ? part.holds : holds };
  });
}

/** The case as one of several, for a reason that is the first of all. */
function divided(of: Case, reason: boolean | NotKnown | (() => NotKnown)): Case {
  if (of.because !== undefined || typeof reason === "boolean") return of;
  return { ...of, because: reason instanceof NotKnown ? reason : reason() };
}
