import { NotKnown } from "./properties";

/** The value of an expression, or the {@link NotKnown} it throws. */
export function attempt<T>(expression: () => T): T | NotKnown {
  try {
    return expression();
  } catch (error) {
    if (error instanceof NotKnown) return error;
    throw error;
  }
}

/**
 * The first item for which the predicate holds, in three-valued logic: one item for which it holds decides, whatever is
 * unknown of the others. Throws {@link NotKnown} where it holds for none, but is unknown for one.
 */
export function findOf<T>(items: readonly T[], predicate: (item: T) => boolean): T | undefined {
  let unknown: NotKnown | undefined;
  for (const item of items) {
    const holds = attempt(() => predicate(item));
    if (holds === true) return item;
    if (holds instanceof NotKnown) unknown ??= holds;
  }
  if (unknown !== undefined) throw unknown;
  return undefined;
}

/** Whether the predicate holds for some item, as {@link findOf} finds one. */
export function someOf<T>(items: readonly T[], predicate: (item: T) => boolean): boolean {
  return (
    findOf(
      items.map((item) => [item] as const),
      ([item]) => predicate(item),
    ) !== undefined
  );
}

/** Whether every condition holds; one that does not decides, whatever is unknown of the others. */
export function everyOf(...conditions: readonly (() => boolean)[]): boolean {
  return !someOf(conditions, (condition) => !condition());
}

/**
 * The first answer that one of the questions has; an answer that is known decides, whatever is unknown to the questions
 * before it. Throws {@link NotKnown} where none has an answer, but one is unknown.
 */
export function firstOf<T>(...questions: readonly (() => T | undefined)[]): T | undefined {
  let answer: T | undefined;
  findOf(questions, (question) => {
    answer = question();
    return answer !== undefined;
  });
  return answer;
}

/**
 * How many items the predicate holds for, where that is more than a limit; `undefined` where it is not. Throws
 * {@link NotKnown} where the items for which it is unknown decide.
 */
export function countAbove<T>(limit: number, items: readonly T[], predicate: (item: T) => boolean): number | undefined {
  const answers = items.map((item) => attempt(() => predicate(item)));
  const count = answers.filter((holds) => holds === true).length;
  if (count > limit) return count;
  const unknown = answers.filter((holds) => holds instanceof NotKnown);
  if (unknown[0] !== undefined && count + unknown.length > limit) throw unknown[0];
  return undefined;
}
