/** A text for Markdown, in which nothing is markup. */
export function prose(text: string): string {
  return text.replace(/[<*]/g, "\\$&");
}

/** A block of code. */
export function code(text: string): string {
  return ["```typescript", text, "```"].join("\n");
}

/** What a fix begins with as code, and the words after it. */
export interface FixInCode {
  /** The code as the fix has it. */
  readonly inline: string;
  /** The same, written out as a program has it: `a.b: 1` as `a: { b: 1 }`; absent where it leaves something out. */
  readonly block?: string;
  readonly words: string;
}

/**
 * The property and value, or the new resource, that a fix begins with; `undefined` where it begins in words. A place in a
 * list is not written out.
 */
export function fixInCode(fix: string): FixInCode | undefined {
  return newResource(fix) ?? givenArguments(fix);
}

function newResource(fix: string): FixInCode | undefined {
  const [start] = /^new [\w.]+(?=\()/.exec(fix) ?? [];
  if (start === undefined) return undefined;
  const inline = start + (leadingValue(fix.slice(start.length)) ?? "");
  const words = fix.slice(inline.length);
  if (leavesOut(inline)) return { inline, words };
  return { inline, block: wrapped(inline.replace(/\)$/, "")).replace(/,$/, ");"), words };
}

function givenArguments(fix: string): FixInCode | undefined {
  let inline = "";
  const blocks: string[] = [];
  for (;;) {
    const rest = fix.slice(inline.length);
    const [start, path] = (inline === "" ? firstArgument : nextArgument).exec(rest) ?? [];
    const value = start === undefined ? undefined : leadingValue(rest.slice(start.length));
    if (start === undefined || path === undefined || value === undefined) break;
    inline += `${start}${value}`;
    const [first = "", ...others] = path.split(".");
    const argument = others.reduceRight((inner, step) => `{ ${step}: ${inner} }`, value);
    blocks.push(wrapped(`${first}: ${argument}`));
  }
  if (inline === "") return undefined;
  const words = fix.slice(inline.length);
  return leavesOut(inline) || /\[\d+\]/.test(inline) ? { inline, words } : { inline, block: blocks.join("\n"), words };
}

const property = /([A-Za-z]\w*(?:\[\d+\])?(?:\.[A-Za-z]\w*(?:\[\d+\])?)*): /;
const firstArgument = new RegExp(`^${property.source}`);
const nextArgument = new RegExp(`^, ${property.source}`);

/** Whether code has dots, beside those of a text, or a description where a value should be. */
function leavesOut(inline: string): boolean {
  return /\.\.\.|</.test(inline.replace(/"[^"]*"/g, ""));
}

/** The value, or the arguments in parentheses, at the beginning of a text; `undefined` where there are none. */
function leadingValue(text: string): string | undefined {
  const plain = /^(?:"(?:[^"\\]|\\.)*"|true\b|false\b|\d+\b|[a-z]\w*(?:\.\w+)+)/.exec(text);
  if (plain !== null) return plain[0];
  if (!/^[{[(]/.test(text)) return undefined;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]()]/g)) {
    if (/^[{[(]$/.test(token)) depth += 1;
    if (/^[}\])]$/.test(token)) depth -= 1;
    if (depth === 0) return text.slice(0, index + token.length);
  }
  return undefined;
}

const lineWidth = 100;

/** An argument on as many lines as it takes. */
function wrapped(argument: string, indent = ""): string {
  const line = `${indent}${argument},`;
  const [, start, inner, end] = /^([^{[]*[{[])\s*(.*?)\s*([\]}])$/.exec(argument) ?? [];
  if (line.length <= lineWidth || start === undefined || inner === undefined) return line;
  const members = separated(inner).map((member) => wrapped(member, `${indent}  `));
  return [`${indent}${start}`, ...members, `${indent}${end},`].join("\n");
}

/** The members of an object or a list. */
function separated(text: string): readonly string[] {
  const members: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (token !== "," || depth > 0) continue;
    members.push(text.slice(begin, index).trim());
    begin = index + 1;
  }
  return [...members, text.slice(begin).trim()].filter((member) => member !== "");
}
