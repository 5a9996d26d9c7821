/*
 * Properties as the texts of rules write them.
 */

/** What is written between two commas: a property with its value, or something else. */
export interface Written {
  readonly text: string;
  readonly property?: string;
  readonly value?: string;
}

/** What stands between the commas of an object, and not of those within it. */
export function splitProperties(inner: string): readonly Written[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [index, character] of [...inner].entries()) {
    if ("{[(".includes(character)) depth++;
    if ("}])".includes(character)) depth--;
    if (character === "," && depth === 0) {
      parts.push(inner.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, inner.slice(from)].map((part) => {
    const text = part.trim();
    const [, property, value] = /^(\w+): ([\s\S]*)$/.exec(text) ?? [];
    return property === undefined || value === undefined ? { text } : { text, property, value };
  });
}
