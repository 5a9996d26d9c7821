import type { Ranges } from "./ranges";

/** The ports from which a machine opens connections: none of the well-known ones. */
export const clientPorts: Ranges = [[1024, 65535]];

/** The ports that a text means: `*`, a port or a range such as `8000-9000`; `undefined` for anything else. */
export function portsOf(text: string): Ranges | undefined {
  if (text.trim() === "*") return [[0, 65535]];
  const [, first, last = first] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return Number(first) <= Number(last) && Number(last) <= 65535 ? [[Number(first), Number(last)]] : undefined;
}
