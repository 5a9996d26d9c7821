/** A piece of a query in the Kusto Query Language, with every value in it escaped. */
export interface Kusto {
  readonly text: string;
}

/** What may stand in a query: a piece of one as it is, a text or texts as literals, a whole number. */
export type Part = Kusto | string | number | readonly string[];

/**
 * A piece of a query. Texts become string literals, lists of texts such literals in parentheses: what a user gives
 * stays a value, whatever is in it.
 */
export function kusto(strings: TemplateStringsArray, ...parts: readonly Part[]): Kusto {
  return { text: String.raw({ raw: strings }, ...parts.map(written)) };
}

/** A name or path of this project's own knowledge, such as that of a column, as it is. */
export function named(text: string): Kusto {
  return { text };
}

/** Pieces with a word or sign between each two of them. */
export function joined(pieces: readonly Kusto[], separator: string): Kusto {
  return { text: pieces.map(({ text }) => text).join(separator) };
}

/** A table and the operators that its rows go through. */
export function pipe(table: Kusto, ...operators: readonly (Kusto | undefined)[]): Kusto {
  return joined([table, ...operators.filter((operator) => operator !== undefined)], "\n| ");
}

function written(part: Part): string {
  if (typeof part === "string") return literal(part);
  if (typeof part === "number") return String(part);
  return "text" in part ? part.text : `(${part.map(literal).join(", ")})`;
}

/** Kusto knows JSON's escapes; a line separator, which JSON leaves as it is, would end a Kusto literal. */
function literal(text: string): string {
  return JSON.stringify(text).replace(/[\u0085\u2028\u2029]/g, (separator) => {
    return `\\u${separator.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
